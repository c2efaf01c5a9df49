// One writer among real processes: refused at once, freed by kill -9, and by a second opening in the same process not at all.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import { makeFolder, must, openNew, readContents } from './work-folder.ts'

/** Opens the notebook for writing in a process of its own; resolves with what it says first: `open`, or the code of its refusal. */
async function openInProcess(folder: string, task: 'hold' | 'add' | 'rotate'): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writer-process.ts'), folder, task], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const [first] = (await once(child.stdout as NonNullable<typeof child.stdout>, 'data')) as [Buffer]
  return { child, said: first.toString('utf8').split('\n')[0] as string }
}

async function kill(child: ChildProcess): Promise<void> {
  const end = once(child, 'exit')
  child.kill('SIGKILL')
  await end
}

test('a second process is refused at once, and let in after kill -9', async () => {
  const folder = makeFolder()
  await (await openNew(folder)).close()
  const first = await openInProcess(folder, 'hold')
  expect(first.said).toBe('open')
  expect((await openInProcess(folder, 'hold')).said).toBe('locked')
  const start = performance.now()
  await expect(openNotebook(folder)).rejects.toMatchObject({ code: 'locked' })
  expect(performance.now() - start).toBeLessThan(1_000)
  await readContents(folder)
  // Reading opened and closed files of the folder; had it touched the lock's, POSIX would have dropped it.
  expect((await openInProcess(folder, 'hold')).said).toBe('locked')
  await kill(first.child)
  const third = await openInProcess(folder, 'hold')
  expect(third.said).toBe('open')
  await kill(third.child)
})

test('a second opening in the same process is refused, also after reading, and closing lets the next in', async () => {
  const folder = makeFolder()
  const first = await openNew(folder)
  await expect(openNotebook(folder)).rejects.toMatchObject({ code: 'locked' })
  await readContents(folder)
  await expect(openNotebook(folder)).rejects.toMatchObject({ code: 'locked' })
  expect((await openInProcess(folder, 'hold')).said).toBe('locked')
  await must(first.run('me', 'insight.add', { title: 'Still mine' }))
  await first.close()
  await (await openNotebook(folder)).close()
})

test.each([1, 2, 3, 4, 5, 6, 7, 8])('round %i: killed while it writes generations, nothing acknowledged is lost', async (round) => {
  const folder = makeFolder()
  await (await openNew(folder)).close()
  let acknowledged = 0
  for (let life = 0; life < 3; life += 1) {
    const { child } = await openInProcess(folder, 'rotate')
    let said = ''
    child.stdout?.on('data', (bytes: Buffer) => {
      said += bytes.toString('utf8')
    })
    await new Promise((resolve) => setTimeout(resolve, 40 + ((round * 61 + life * 37) % 150)))
    await kill(child)
    acknowledged = Math.max(acknowledged, ...[...said.matchAll(/^(\d+)\n/gm)].map((match) => Number(match[1])))
    const contents = await readContents(folder)
    const numbers = contents.map(({ createdSeq }) => createdSeq as number).toSorted((one, other) => one - other)
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1))
    expect(numbers.length).toBeGreaterThanOrEqual(acknowledged)
    const notebook = await openNotebook(folder)
    expect(notebook.damage).toEqual([])
    await notebook.close()
  }
})
