// An Obsidian vault: notes become insights byte for byte, pictures come along, and importing again leaves alone what the analyst wrote.

import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { resolveReferences } from '../../../src/host/answers/resolve-references.ts'
import { type ImportKit, makeImportKit, picture } from './import-kit.ts'

let kit: ImportKit
beforeEach(async () => {
  kit = await makeImportKit()
  kit.file('.obsidian/app.json', '{}')
})
afterEach(() => kit.close())

const note = `---\r
aliases: [SBG, 软银]\r
tags: [tech/ai, 投資]\r
weather: rainy\r
---\r
> [!note] A callout\r
> with words ^block-1\r
\r
See [[Masayoshi Son|Son]] and [[Masayoshi Son#Early life]], ![[Other note]], #Vision-Fund but not \`#code\` nor #123.\r
\r
\`\`\`\r
![[chart.png]] #nor-this\r
\`\`\`\r
Trailing spaces  \r
`

test('a note keeps every byte; its front matter and tags become topics and other names', async () => {
  kit.file('companies/SoftBank.md', note)
  kit.file('Masayoshi Son.md', '# Early life\n\nBorn 1957.')
  expect((await kit.brief()).map(([, outcome, title]) => [outcome, title])).toEqual([
    ['kept', 'Masayoshi Son'],
    ['kept', 'SoftBank'],
  ])
  expect(kit.insight('SoftBank')).toMatchObject({ body: note, aliases: ['SBG', '软银'], topics: ['tech/ai', '投資', 'Vision-Fund'] })
  expect(kit.sources()).toHaveLength(0)
})

test('as sources, the same notes become sources', async () => {
  kit.file('SoftBank.md', note)
  await kit.run([kit.folder], { as: 'sources' })
  expect(kit.sources()).toHaveLength(1)
  expect(kit.insights()).toHaveLength(0)
})

test('pictures are found by name and by path, kept in the notebook, and only their links are rewritten', async () => {
  kit.file('assets/chart.png', picture())
  kit.file('deep/map one.png', picture('2'))
  const body =
    'A ![[chart.png|300]] b ![the map](map%20one.png) c ![[../../secret.png]] d ![x](../../../etc/passwd.png) `![[chart.png]]` ![web](https://e.org/x.png)\n'
  kit.file('deep/note.md', body)
  writeFileSync(join(kit.work, 'secret.png'), picture('secret'))
  symlinkSync(join(kit.work, 'secret.png'), join(kit.folder, 'deep/link.png'))
  kit.file('deep/linked.md', '![](link.png)')
  await kit.run()
  const kept = kit.insight('note')?.body ?? ''
  expect(kept.replace(/files\/[0-9a-f]{64}\.png/g, 'FILE')).toBe(
    'A ![chart.png](FILE) b ![the map](FILE) c ![[../../secret.png]] d ![x](../../../etc/passwd.png) `![[chart.png]]` ![web](https://e.org/x.png)\n',
  )
  for (const [file] of kept.matchAll(/files\/[0-9a-f]{64}\.png/g)) expect(readFileSync(join(kit.notebook.folder, file)).length).toBeGreaterThan(50)
  expect(kit.insight('linked')?.body).toBe('![](link.png)')
})

test('links to the files of other notes lead to their insights, as wikilinks', async () => {
  kit.file('deep/Other note.md', 'second')
  kit.file(
    'note.md',
    'See [the other](deep/Other%20note.md#Part%20two), [Other note](<deep/Other note.md>) `[code](deep/a.md)` ![p](a.md) [web](https://e.org/a.md) [b]\n',
  )
  await kit.run()
  const { body = '' } = kit.insight('note') ?? {}
  expect(body).toBe(
    'See [[deep/Other note#Part two|the other]], [[deep/Other note|Other note]] `[code](deep/a.md)` ![p](a.md) [web](https://e.org/a.md) [b]\n',
  )
  const titles = ['deep/Other note#Part two', 'deep/Other note']
  expect(resolveReferences(kit.notebook, { citations: [], titles, figures: [] }).insights).toEqual(
    titles.map((title) => ({ title, id: kit.insight('Other note')?.id })),
  )
})

test('importing again renews what nobody touched, keeps what the analyst wrote, and leaves removed notes in the trash', async () => {
  const paths = ['one.md', 'two.md', 'three.md'].map((name) => kit.file(name, `the first words of ${name}`))
  await kit.run()
  const two = kit.insight('two')
  await kit.target.run('insight.revise', { id: two?.id, body: 'my own words' })
  await kit.target.run('insight.remove', { id: kit.insight('three')?.id })
  expect(await kit.brief([kit.folder])).toMatchObject([
    ['one.md', 'skipped', 'nothing in it is new'],
    ['three.md', 'skipped', expect.stringContaining('trash')],
    ['two.md', 'skipped', 'nothing in it is new'],
  ])
  for (const path of paths) writeFileSync(path, 'the second words')
  expect(await kit.brief([kit.folder])).toMatchObject([
    ['one.md', 'renewed', 'one'],
    ['three.md', 'skipped', expect.stringContaining('trash')],
    ['two.md', 'skipped', expect.stringContaining('you have written')],
  ])
  expect([kit.insight('one')?.body, kit.insight('two')?.body]).toEqual(['the second words', 'my own words'])
  expect(kit.insights().filter(({ removedAt }) => removedAt === undefined)).toHaveLength(2)
})
