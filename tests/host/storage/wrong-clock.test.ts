// A clock that jumps by decades, runs backwards or says nonsense: order comes from the numbers of the changes.

import { expect, test } from 'vitest'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import { checkNotebook } from '../../../src/host/storage/check-notebook.ts'
import { wallClock } from '../../../src/host/storage/wall-clock.ts'
import { contentsOf, makeFolder, must, openNew, readContents } from './work-folder.ts'

test.each([
  [Date.UTC(2026, 0, 2, 3, 4, 5, 6), '2026-01-02T03:04:05.006Z'],
  [8.64e15, '9999-12-31T23:59:59.999Z'],
  [-8.64e15, '0000-01-01T00:00:00.000Z'],
  [Number.NaN, '9999-12-31T23:59:59.999Z'],
])('a clock at %d says %s', (milliseconds, said) => {
  expect(wallClock(milliseconds)).toBe(said)
})

test('commits, versions, generations and the past hold together while the clock jumps by decades', async () => {
  const folder = makeFolder()
  const times = ['2026-05-01', '1970-01-01', '2080-12-31', '1999-06-06', '9999-12-31', '0001-01-01', '2026-05-02', '2026-05-01', '2080-12-31']
  let next = 0
  const now = () => `${times[next++ % times.length]}T00:00:00.000Z`
  const notebook = await openNew(folder, { now })
  const states: unknown[] = [[]]
  for (let step = 0; step < 20; step += 1) {
    const command = step === 0 ? 'insight.add' : 'insight.revise'
    const seq = await must(notebook.run(`window-${step}`, command, { id: 'insight:a', ...(step === 0 ? { title: 'A' } : {}), body: `Step ${step}` }))
    states[seq] = contentsOf(notebook.view)
    if (step % 6 === 5) await notebook.snapshot()
  }
  await notebook.close()
  expect(await readContents(folder)).toEqual(states.at(-1))
  expect(await checkNotebook(folder)).toEqual([])
  for (const seq of [1, 6, 7, 13, 20]) {
    const past = await openNotebook(folder, { mode: 'read', asOf: { seq } })
    expect(contentsOf(past.view)).toEqual(states[seq])
    await past.close()
  }
  const again = await openNotebook(folder, { now })
  expect(await must(again.run('me', 'insight.add', { title: 'Next' }))).toBe(21)
  const versions = (await again.history.versions('insight:a')).map(({ seq }) => seq)
  expect(versions).toEqual(versions.toSorted((one, other) => one - other))
  expect(versions.at(-1)).toBe(20)
  await again.close()
})
