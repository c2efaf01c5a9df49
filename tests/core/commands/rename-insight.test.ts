// A renamed insight takes the links to it along: in every form that leads to it, in notes and reports, and nowhere else.

import { describe, expect, it } from 'vitest'
import { findWikilinks } from '../../../src/core/markdown/find-citations.ts'
import { isLinkable, renameWikilinks } from '../../../src/core/markdown/rename-wikilinks.ts'
import { titleKey } from '../../../src/core/records/tables.ts'
import { MemoryNotebook, seededRandom } from './memory-notebook.ts'

describe('the links in a text', () => {
  it.each([
    ['plain', 'See [[Old title]].', 'See [[New]].'],
    ['with a label', 'See [[Old title|the old one]].', 'See [[New|the old one]].'],
    ['in other case and spaces', 'See [[ OLD   title ]].', 'See [[ New ]].'],
    ['in full width', 'See [[Ｏｌｄ　ｔｉｔｌｅ]].', 'See [[New]].'],
    ['in a table, with its bar written \\|', '| a |\n| --- |\n| [[Old title\\|old]] |', '| a |\n| --- |\n| [[New\\|old]] |'],
    ['twice, with another between', '[[Old title]] [[Older]] [[old title]]', '[[New]] [[Older]] [[New]]'],
    ['with Windows line ends', 'a\r\n[[Old title]]\r\nb\r\n', 'a\r\n[[New]]\r\nb\r\n'],
    ['in a heading and a quote', '# [[Old title]]\n\n> [[Old title]]', '# [[New]]\n\n> [[New]]'],
    ['not in code', '`[[Old title]]` [[Old title]]\n\n```\n[[Old title]]\n```\n', '`[[Old title]]` [[New]]\n\n```\n[[Old title]]\n```\n'],
    ['with a heading, a block, a label', '[[Old title#A b]] [[old title#^b1|x]]', '[[New#A b]] [[New#^b1|x]]'],
    ['with the ending of its file', '[[Old title.md]]', '[[New]]'],
    ['not of a folder that is not known', '[[Folder/Old title]]', '[[Folder/Old title]]'],
    ['not in a longer title', '[[Old title and more]] Old title', '[[Old title and more]] Old title'],
  ])('%s', (_, before, after) => {
    expect(renameWikilinks(before, 'Old title', 'New').markdown).toBe(after)
  })

  it.each([
    ['软银的债券', true],
    ['a [bracket', false],
    ['a | bar', false],
    ['a \\ stroke', false],
    ['   ', false],
  ])('%s can stand in a link: %s', (title, expected) => {
    expect(isLinkable(title)).toBe(expected)
  })

  it('of a thousand random notes: what led to the old title leads to the new one, what did not is untouched', () => {
    const pieces = [
      '[[Old]]',
      '[[old|x]]',
      '[[Other]]',
      '`[[Old]]`',
      '软银',
      '\n\n',
      '**',
      '\n```\n',
      '[',
      ']',
      '|',
      ' ',
      '\\',
      '[[OLD]]',
      '<!-- ',
      ' -->',
      '\n> ',
      '\n- ',
    ]
    for (let seed = 1; seed <= 1_000; seed += 1) {
      const random = seededRandom(seed)
      const text = Array.from({ length: 1 + random(14) }, () => pieces[random(pieces.length)]).join('')
      const { markdown, count } = renameWikilinks(text, 'Old', 'Xew')
      const before = findWikilinks(text)
      const after = findWikilinks(markdown)
      const expected = before.map(({ title }) => (titleKey(title) === 'old' ? 'Xew' : title))
      expect(
        after.map(({ title }) => title),
        `seed ${seed}: ${text}`,
      ).toEqual(expected)
      expect(count, `seed ${seed}`).toBe(before.filter(({ title }) => titleKey(title) === 'old').length)
      const unlinked = (markdown: string, links: typeof before) =>
        links.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), markdown)
      expect(unlinked(markdown, after), `seed ${seed}`).toBe(unlinked(text, before))
    }
  })
})

describe('insight.rename', () => {
  async function made() {
    const notebook = new MemoryNotebook()
    await notebook.run('insight.add', { id: 'insight:old', title: 'Old title', body: 'I am [[Old title]] myself.' })
    await notebook.run('insight.add', { id: 'insight:note', title: 'A note', body: 'See [[old title|it]] and [[Old title]].' })
    await notebook.run('insight.add', { id: 'insight:other', title: 'Another', body: 'No link to Old title.' })
    await notebook.run('report.add', {
      id: 'report:r',
      title: 'R',
      outline: [
        { key: 'a', type: 'prose', markdown: 'As [[Old title]] says.' },
        { key: 'b', type: 'heading', level: 1, text: '[[Old title]]' },
      ],
    })
    return notebook
  }

  it('changes title, notes and prose in one commit, which one undo takes back', async () => {
    const notebook = await made()
    const before = notebook.content()
    const commits = notebook.commits.length
    expect(await notebook.run('insight.rename', { id: 'insight:old', title: 'New' })).toMatchObject({ links: 4, records: 3 })
    expect(notebook.commits).toHaveLength(commits + 1)
    expect(notebook.record('insights', 'insight:note').body).toBe('See [[New|it]] and [[New]].')
    expect(notebook.record('insights', 'insight:old')).toMatchObject({ title: 'New', body: 'I am [[New]] myself.' })
    expect(notebook.record('insights', 'insight:other').rev).toBe(1)
    expect(notebook.record('reports', 'report:r').outline).toMatchObject([{ markdown: 'As [[New]] says.' }, { text: '[[Old title]]' }])
    await notebook.undo()
    expect(notebook.content()).toEqual(before)
  })

  it('lets links follow a title that was changed before, named by `from`', async () => {
    const notebook = await made()
    await notebook.run('insight.revise', { id: 'insight:old', title: 'New' })
    expect(await notebook.run('insight.rename', { id: 'insight:old', title: 'New', from: 'Old title' })).toMatchObject({ links: 4 })
    expect(notebook.record('insights', 'insight:note').body).toBe('See [[New|it]] and [[New]].')
  })

  it('touches no note for case and width alone, where links lead here as they are', async () => {
    const notebook = await made()
    expect(await notebook.run('insight.rename', { id: 'insight:old', title: 'OLD Title' })).toMatchObject({ links: 0 })
    expect(notebook.record('insights', 'insight:note').rev).toBe(1)
    expect(notebook.record('insights', 'insight:old').title).toBe('OLD Title')
  })

  it.each([
    ['taken', 'insight:other', 'Old title'],
    ['unlinkable', 'insight:old', 'New | title'],
  ])('leaves the links where the new title is %s', async (left, id, title) => {
    const notebook = await made()
    expect(await notebook.run('insight.rename', { id: id as 'insight:old', title })).toMatchObject({ links: 0, left })
    expect(notebook.record('insights', 'insight:note').rev).toBe(1)
    expect(notebook.record('insights', id as 'insight:old').title).toBe(title)
  })

  it('leaves links to an older insight of the same title, and takes them from a younger one', async () => {
    const notebook = await made()
    await notebook.run('insight.add', { id: 'insight:young', title: 'old TITLE' })
    expect(await notebook.run('insight.rename', { id: 'insight:young', title: 'Young' })).toMatchObject({ links: 0, left: 'elsewhere' })
    await notebook.run('insight.add', { id: 'insight:younger', title: 'Old title' })
    expect(await notebook.run('insight.rename', { id: 'insight:old', title: 'New' })).toMatchObject({ links: 4 })
  })

  it('takes links with a folder along for the note that came from there alone, and leaves a title that only looks like one with a heading', async () => {
    const notebook = new MemoryNotebook()
    for (const folder of ['A', 'B'])
      await notebook.run('insight.add', { id: `insight:${folder}`, title: 'Note', body: folder, origins: [`vault:work/${folder}/Note.md`] })
    await notebook.run('insight.add', { id: 'insight:sharp', title: 'Note#1' })
    await notebook.run('insight.add', { id: 'insight:file', title: 'Note.md' })
    const body = '[[A/Note]] [[B/Note#Part|b]] [[work/B/Note]] [[Note]] [[Note#1]] [[Note#2]] [[Note.md]]'
    await notebook.run('insight.add', { id: 'insight:from', title: 'From', body })
    // Plain links lead to the older of the two.
    expect(await notebook.run('insight.rename', { id: 'insight:B', title: 'Other' })).toMatchObject({ links: 2, left: 'elsewhere' })
    const after = '[[A/Note]] [[Other#Part|b]] [[Other]] [[Note]] [[Note#1]] [[Note#2]] [[Note.md]]'
    expect(notebook.record('insights', 'insight:from').body).toBe(after)
    expect(await notebook.run('insight.rename', { id: 'insight:A', title: 'First' })).toMatchObject({ links: 3 })
    expect(notebook.record('insights', 'insight:from').body).toBe('[[First]] [[Other#Part|b]] [[Other]] [[First]] [[Note#1]] [[First#2]] [[Note.md]]')
  })

  it('reads only the notes that were found to link, and those alone', async () => {
    const notebook = await made()
    const answer = await notebook.queue.run(
      'window-1',
      'insight.rename',
      { id: 'insight:old', title: 'New' },
      { linking: new Set(['insight:note'] as const) },
    )
    expect(answer).toMatchObject({ ok: true, result: { links: 3, records: 2 } })
  })

  it('takes along links in the trash, so that a restored note still links', async () => {
    const notebook = await made()
    await notebook.run('insight.remove', { id: 'insight:note' })
    await notebook.run('insight.rename', { id: 'insight:old', title: 'New' })
    expect(notebook.record('insights', 'insight:note').body).toBe('See [[New|it]] and [[New]].')
  })
})
