// Damage as a window deals with it: listed with who has it whole, its bytes readable, taken from a backup, kept as far as legible, or settled.

import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { flipByte, makeFolder, must, openNew } from '../storage/work-folder.ts'

async function makeDamaged(folder: string, { isBackedUp }: { isBackedUp: boolean }) {
  const notebook = await openNew(folder, { backups: { outside: undefined } })
  await must(notebook.run('me', 'insight.add', { id: 'insight:a', title: '标题', body: 'Legible words, 软银' }))
  await must(notebook.run('me', 'source.add', { id: 'source:s', title: 'S', markdown: 'A text' }))
  for (let round = 0; round < 3; round += 1) await notebook.snapshot()
  if (isBackedUp) await notebook.backups?.make('asked')
  await notebook.close()
  for (const name of readdirSync(folder).filter((each) => each.startsWith('bodies-'))) {
    const offset = readFileSync(join(folder, name)).indexOf('Legible')
    if (offset >= 0) flipByte(join(folder, name), offset)
  }
  return openNew(folder, { backups: { outside: undefined } })
}

test('a damaged body is listed with its title and the backup that has it, and comes back from there', async () => {
  const notebook = await makeDamaged(makeFolder(), { isBackedUp: true })
  const [item] = (await notebook.damageDesk?.list()) ?? []
  expect(item).toMatchObject({ kind: 'record', record: 'insight:a', title: '标题', heldBy: [{ isSame: true }] })
  expect(await notebook.damageDesk?.bytes(item?.key as string)).toMatchObject({ text: expect.stringContaining('egible words, 软银') })
  expect(await notebook.run('me', 'backup.restore', { backup: item?.heldBy[0]?.backup, only: ['insight:a'] })).toMatchObject({ ok: true })
  expect(notebook.view.get('insights', 'insight:a')?.body).toBe('Legible words, 软银')
  expect((await notebook.damageDesk?.list())?.filter(({ kind }) => kind === 'record')).toEqual([])
  await notebook.close()
})

test('what no backup has is kept as far as it is legible; its bytes lie in the quarantine until somebody settles them', async () => {
  const folder = makeFolder()
  const notebook = await makeDamaged(folder, { isBackedUp: false })
  expect(await notebook.damageDesk?.list()).toMatchObject([{ record: 'insight:a', heldBy: [] }])
  expect(await notebook.run('me', 'insight.keep-readable', { id: 'insight:a' })).toMatchObject({ ok: true })
  expect(notebook.view.get('insights', 'insight:a')?.body).toBe('Megible words, 软银')
  const [aside, ...others] = (await notebook.damageDesk?.list()) ?? []
  expect(others).toEqual([])
  expect(aside).toMatchObject({ kind: 'quarantine', record: 'insight:a', title: '标题', at: expect.any(String) })
  expect(await notebook.damageDesk?.bytes(aside?.key as string)).toMatchObject({ text: expect.stringContaining('Megible') })
  await notebook.damageDesk?.settle(aside?.key as string)
  expect(await notebook.damageDesk?.list()).toEqual([])
  expect(readdirSync(join(folder, 'quarantine/settled'))).toHaveLength(2)
  expect(await notebook.run('me', 'insight.keep-readable', { id: 'insight:a' })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  await notebook.close()
})

test('a text that is gone is listed by its source, and comes back from a backup', async () => {
  const folder = makeFolder()
  const notebook = await makeDamaged(folder, { isBackedUp: true })
  for (const name of readdirSync(join(folder, 'texts'))) rmSync(join(folder, 'texts', name))
  const [text] = notebook.view.heads('texts')
  expect(await notebook.readText(text?.id as `text:${string}`)).toBeUndefined()
  const item = (await notebook.damageDesk?.list())?.find(({ record }) => record === text?.id)
  expect(item).toMatchObject({ title: 'S', heldBy: [{ isSame: true }] })
  await notebook.run('me', 'backup.restore', { backup: item?.heldBy[0]?.backup, only: [text?.id] })
  expect(await notebook.readText(text?.id as `text:${string}`)).toMatchObject({ markdown: 'A text' })
  await notebook.close()
})

test.each(['quarantine:../notebook.json', 'quarantine:..\\notebook.json', 'quarantine:settled/../../lock', 'file:/etc/passwd', 'quarantine:'])(
  '%s names nothing outside of the quarantine',
  async (key) => {
    const folder = makeFolder()
    const notebook = await makeDamaged(folder, { isBackedUp: false })
    await expect(notebook.damageDesk?.bytes(key)).rejects.toMatchObject({ code: 'invalid' })
    await expect(notebook.damageDesk?.settle(key)).rejects.toMatchObject({ code: 'invalid' })
    expect(existsSync(join(folder, 'notebook.json'))).toBe(true)
    await notebook.close()
  },
)
