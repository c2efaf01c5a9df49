// What a reader of an exported file gets: the analyst's text, and footnotes that hold the quotes as they stand in the sources.

import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { type ExportedMarkdown, exportMarkdown } from '../../../src/core/export/export-markdown.ts'
import { findCitations } from '../../../src/core/markdown/find-citations.ts'
import { splitFrontMatter } from '../../../src/core/markdown/front-matter.ts'
import { renderMarkdown } from '../../../src/core/markdown/render-markdown.ts'
import type { RecordId } from '../../../src/core/records/record-id.ts'
import { MemoryNotebook, seededRandom } from '../commands/memory-notebook.ts'
import { starterNotebook } from './starter-notebook.ts'

const words = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** What a reader sees of each footnote, by its order. */
function footnoteTexts(markdown: string): string[] {
  const { readingText, footnotes } = renderMarkdown(markdown)
  return footnotes.map(({ start }, position) => readingText.slice(start, footnotes[position + 1]?.start))
}

async function notebookWith(
  text: string,
  quotes: readonly string[],
  source: { citekey?: string; language?: string; url?: string; title?: string } = {},
) {
  const notebook = new MemoryNotebook()
  await notebook.run('source.add', {
    id: 'source:s',
    citekey: 'src',
    title: 'A source',
    publisher: 'The Press',
    published: '2025-11',
    markdown: text,
    ...source,
  })
  for (const [position, quote] of quotes.entries()) {
    const start = text.indexOf(quote)
    await notebook.run('highlight.add', { id: `highlight:q${position + 1}`, source: 'source:s', start, end: start + quote.length, exact: quote })
  }
  return notebook
}

async function exportBodies(notebook: MemoryNotebook, bodies: readonly string[]): Promise<ExportedMarkdown> {
  const outline = []
  for (const [position, body] of bodies.entries()) {
    const insight: RecordId<'insight'> = `insight:i${position + 1}`
    await notebook.run('insight.add', { id: insight, title: `Insight ${position + 1}`, body })
    outline.push({ key: `k${position}`, type: 'insight' as const, insight })
  }
  await notebook.run('report.add', { id: 'report:r', title: 'Report', outline })
  return exportMarkdown(notebook.tables, { report: 'report:r' })
}

describe('the starter notebook', () => {
  test('its report resolves, every quote stands in its reading text and in its footnote, and nothing else of the text changed', async () => {
    const { tables } = await starterNotebook()
    const { fileName, markdown, problems } = exportMarkdown(tables, { report: 'report:openai-bet' })
    expect(problems).toEqual([])
    expect(fileName).toBe('the-openai-bet-how-softbank-pays-for-it.md')
    const notes = [...markdown.matchAll(/^\[\^[^\]]+\]: “(.*?)” — .*`(highlight:[^`]+)`$/gm)]
    expect(notes.length).toBeGreaterThan(20)
    const shown = footnoteTexts(markdown)
    for (const [, quote = '', id] of notes) {
      const highlight = tables.get('highlights', id as RecordId<'highlight'>)
      expect(tables.readingText(highlight?.text ?? 'text:')).toContain(quote)
      expect(quote).toBe(highlight?.passage.exact)
      expect(shown.filter((text) => text.includes(quote)).length, quote).toBeGreaterThan(0)
    }
    const outline = tables.get('reports', 'report:openai-bet')?.outline ?? []
    for (const item of outline) {
      if (item.type === 'heading' || item.type === 'chart') continue
      const own = item.type === 'prose' ? item.markdown : (tables.get('insights', item.insight)?.body ?? '')
      let at = 0
      for (const { start, end } of [...findCitations(own), { start: own.length, end: own.length }]) {
        expect(markdown).toContain(own.slice(at, start))
        at = end
      }
    }
    expect(findCitations(markdown)).toEqual([])
  })

  test('every insight alone exports without a problem, the same bytes each time', async () => {
    const one = await starterNotebook()
    const other = await starterNotebook()
    for (const { id } of one.tables.heads('insights')) {
      const exported = exportMarkdown(one.tables, { insights: [id] })
      expect(exported.problems).toEqual([])
      expect(exportMarkdown(other.tables, { insights: [id] })).toEqual(exported)
    }
  })
})

describe('front matter', () => {
  const titles = [
    'plain',
    '软银：“豪赌”',
    "it's: a #trap",
    '---',
    'a\n---\nb: c',
    '"quoted"',
    "'",
    '- x',
    '{a: 1}',
    '\\',
    'null',
    'tab\tand \u0085 \u2028 \u007f',
    '🧊',
    '%',
    '__proto__',
  ]
  test.each(titles)('the title %j reads back', async (title) => {
    const notebook = new MemoryNotebook()
    await notebook.run('insight.add', {
      id: 'insight:a',
      title,
      topics: [title, 'x, y'],
      kind: 'forecast',
      status: 'reviewed',
      confidence: 'low',
      body: 'Text',
    })
    const { markdown } = exportMarkdown(notebook.tables, { insights: ['insight:a'] }, { language: 'en' })
    const { frontMatter, body } = splitFrontMatter(markdown)
    expect(parseYaml(frontMatter ?? '')).toEqual({
      title,
      kind: 'forecast',
      status: 'reviewed',
      confidence: 'low',
      topics: [title.trim(), 'x, y'],
      lang: 'en',
      generator: 'Footing',
    })
    expect(words(renderMarkdown(body).readingText)).toBe(words(`${title.replace(/\p{Cc}/gu, ' ')} Text`))
  })
})

describe('quotes are shown as they are', () => {
  const hard = [
    'plain words',
    'five * three * two _and_ **bold** ~~gone~~ ==mark==',
    'a `tick` and ``two`` and one ` alone',
    '<b>not bold</b> <script>alert(1)</script> <!-- -->',
    '&amp; &lt; &copy; AT&T &#42;',
    '1. not a list',
    '- nor this',
    '# nor a heading',
    '> nor a quote',
    '[1] a mark, [a](b) a link, ![i](x) an image, [^n] a note, [@src#h1] a citation, [[Insight 1]] a link',
    'C:\\new\\* and \\\\ and \\[x\\]',
    'https://example.com/a_b*c_(d) and www.example.com. and me@example.com',
    'pipe | pipe',
    '他说“**这是**我想做的事。”',
    'ends in a backslash \\',
    '`',
    '***',
    '---',
    '“nested ‘quotes’”',
    'snake_case_name and 2 < 3 > 1 = 1 == 1 ~ 5~6',
    'line one\nline two\n\nparagraph two\n- item\n1. number\n# hash\n    code',
    '第一行\n第二行',
    'a\tb\nc\td',
    '$5.83 billion and $30 billion',
    '😀 emoji and e\u0301',
  ]
  test.each(hard)('%j', async (quote) => {
    const notebook = await notebookWith(`before ${quote} after`, [quote])
    const { markdown, problems } = await exportBodies(notebook, ['Said [@src#h1].'])
    expect(problems).toEqual([])
    expect(
      footnoteTexts(markdown).map((text) => words(text).includes(words(`“${quote}” — ‘A source’, The Press, 2025-11. src#h1 highlight:q1`))),
    ).toEqual([true])
  })

  test('what needs no escape has none', async () => {
    const quotes = [
      'SoftBank’s stake: $5.83 billion (all of it) - 100% [sic] a_b_c 5~6 2*3',
      '软银清仓英伟达，套现58.3亿美元！',
      'see https://example.com/a_b',
    ]
    const notebook = await notebookWith(quotes.join('\n'), quotes)
    const { markdown } = await exportBodies(notebook, ['[@src#h1; @src#h2; @src#h3]'])
    for (const quote of quotes) expect(markdown).toContain(`“${quote}”`)
  })

  test('random quotes out of Markdown’s own characters', async () => {
    const alphabet = [
      '*',
      '_',
      '`',
      '~',
      '=',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '&',
      '#',
      '!',
      '\\',
      '|',
      '^',
      '@',
      ':',
      '.',
      '-',
      '+',
      '1',
      'a',
      'amp;',
      ' ',
      ' ',
      '软',
      '。',
      '“',
      '”',
      '\n',
      'https://a.b',
      '$',
      '"',
      "'",
    ]
    for (let seed = 1; seed <= 250; seed += 1) {
      const random = seededRandom(seed)
      const quote =
        Array.from({ length: 1 + random(24) }, () => alphabet[random(alphabet.length)] ?? '')
          .join('')
          .trim() || 'x'
      const title = Array.from({ length: 1 + random(12) }, () => alphabet[random(alphabet.length)] ?? '').join('')
      const notebook = await notebookWith(`(${quote})`, [quote], { title: `t${title}` })
      const { markdown } = await exportBodies(notebook, ['Said [@src#h1]. See [1].\n\n[1]: https://example.com'])
      const [shown = ''] = footnoteTexts(markdown)
      expect(words(shown), `seed ${seed}\n${markdown}`).toContain(words(`“${quote}” — ‘${words(`t${title}`)}’`))
      expect(words(shown), `seed ${seed}`).toMatch(/src#h1 highlight:q1$/)
    }
  })

  test('marks follow the language of the quote', async () => {
    const notebook = await notebookWith('巨額の投資', ['巨額の投資'], { language: 'ja' })
    expect((await exportBodies(notebook, ['[@src#h1]'])).markdown).toContain('「巨額の投資」 — 『A source』、The Press、2025-11。')
  })
})

describe('citations', () => {
  const text = 'one two three four'
  test.each<[body: string, expected: string]>([
    ['A [@src#h1].', 'A [^src-h1].'],
    ['A [@src#h1; @src#h2] b', 'A [^src-h1][^src-h2] b'],
    ['Twice [@src#h1] and [@src#h1]', 'Twice [^src-h1] and [^src-h1]'],
    ['Whole [@src]', 'Whole [^src]'],
    ['Code `[@src#h1]` stays', 'Code `[@src#h1]` stays'],
    ['```\n[@src#h1]\n```', '```\n[@src#h1]\n```'],
    ['[@src#h1]: not a footnote of its own', '[^src-h1]\\: not a footnote of its own'],
    ['中文[@src#h1]。', '中文[^src-h1]。'],
    ['CR\r\nLF [@src#h1]\r\n\r\nend', 'CR\r\nLF [^src-h1]\r\n\r\nend'],
    ['| a |\n| - |\n| [@src#h2] |', '| a |\n| - |\n| [^src-h2] |'],
    ['Half [@src#h1; @nobody#h2]', 'Half [^src-h1][@nobody#h2]'],
    ['[[Insight 1]] and [[Nowhere|x]]', '[[Insight 1]] and [[Nowhere|x]]'],
    ['Mine [^src-h1] and yours [@src#h1]\n\n[^src-h1]: mine', 'Mine [^src-h1] and yours [^src-h1-2]\n\n[^src-h1]: mine'],
  ])('%j', async (body, expected) => {
    const notebook = await notebookWith(text, ['one', 'two'])
    expect((await exportBodies(notebook, [body])).markdown).toContain(`\n${expected}\n`)
  })

  test('a highlight cited twice has one footnote', async () => {
    const notebook = await notebookWith(text, ['one', 'two'])
    const { markdown } = await exportBodies(notebook, ['[@src#h1]', '[@src#h1] [@src#h2]'])
    expect(markdown.match(/^\[\^[^\]]+\]:/gm)).toEqual(['[^src-h1]:', '[^src-h2]:'])
    expect(markdown.match(/^- `src`/gm)).toHaveLength(1)
  })

  test('labels of two citekeys that would meet stay apart', async () => {
    const notebook = await notebookWith(text, ['one'])
    await notebook.run('source.add', { citekey: 'SRC-h1', title: 'Other', markdown: 'x' })
    const { markdown } = await exportBodies(notebook, ['[@src#h1] [@SRC-h1]'])
    expect(markdown).toContain('[^src-h1] [^SRC-h1-2]')
    expect(footnoteTexts(markdown).map(words)).toEqual(['“one” — ‘A source’, The Press, 2025-11. src#h1 highlight:q1', '‘Other’. SRC-h1'])
  })

  test('what does not resolve stays as it is written and is said', async () => {
    const notebook = await notebookWith(text, ['one', 'two', 'three', 'four'])
    const [textId] = [...notebook.tables.heads('texts')].map(({ id }) => id)
    await notebook.run('highlight.remove', { id: 'highlight:q2' })
    await notebook.run('source.add', { id: 'source:gone', citekey: 'gone', title: 'Gone', markdown: 'x' })
    await notebook.run('source.remove', { id: 'source:gone' })
    const body = '[@src#h9] [@src#h2] [@nobody] [@gone] [@constructor#h1] [@__proto__]'
    const exported = await exportBodies(notebook, [body])
    expect(exported.markdown).toContain(`\n${body}\n`)
    expect(exported.markdown).not.toContain('Sources')
    expect(exported.problems).toEqual([
      '“Insight 1”: @src#h9: src has no highlight h9',
      '“Insight 1”: @src#h2: the highlight h2 lies in the trash',
      '“Insight 1”: @nobody: no source has the citekey nobody',
      '“Insight 1”: @gone: the source gone lies in the trash',
      '“Insight 1”: @constructor#h1: no source has the citekey constructor',
      '“Insight 1”: @__proto__: no source has the citekey __proto__',
    ])
    if (textId) notebook.spoilReadingText(textId, 'ONE two three four')
    await notebook.run('insight.revise', { id: 'insight:i1', body: '[@src#h1] [@src#h3]' })
    const spoilt = exportMarkdown(notebook.tables, { report: 'report:r' })
    expect(spoilt.markdown).toContain('\n[@src#h1] [^src-h3]\n')
    expect(spoilt.problems).toEqual(['“Insight 1”: @src#h1: the quote is not what stands in the text of src at 0'])
    if (textId) notebook.spoilReadingText(textId, undefined)
    expect(exportMarkdown(notebook.tables, { insights: ['insight:i1'] }).problems).toHaveLength(2)
  })
})

describe('several bodies in one file', () => {
  test('footnotes of the analyst stay apart, each with its own text', async () => {
    const notebook = await notebookWith('one', ['one'])
    const bodies = ['A[^1] `[^1]`\n\n[^1]: of A', 'B[^1] `[^1]`\n\n[^1]: of B\n', 'C[^1] has none', 'D[^x]\n\n[^x]: of D']
    const { markdown } = await exportBodies(notebook, bodies)
    expect(markdown).toContain(bodies[0])
    expect(markdown).toContain('B[^1-2] `[^1]`\n\n[^1-2]: of B\n')
    expect(markdown).toContain('C\\[^1] has none')
    expect(markdown).toContain(bodies[3])
    expect(footnoteTexts(markdown).map(words)).toEqual(['of A', 'of B', 'of D'])
  })

  test.each([
    ['an open fence', '```js\nlet a'],
    ['an open fence of tildes', 'x\n~~~~\nlet a\n'],
    ['an open comment', 'x\n\n<!-- note'],
    ['an open element of code', '<pre>\nlet a'],
    ['a list', '- a\n- b'],
    ['a footnote', 'x[^1]\n\n[^1]: note'],
    ['a fence in a list', '- a\n  ```\n  x'],
  ])('%s swallows nothing', async (_, body) => {
    const notebook = await notebookWith('one', ['one'])
    const { markdown, problems } = await exportBodies(notebook, [body, 'The end [@src#h1]'])
    expect(problems).toEqual([])
    expect(markdown).toContain(body)
    expect(renderMarkdown(markdown).headings.map(({ text }) => text)).toEqual(['Report', 'Insight 1', 'Insight 2', 'Sources'])
  })

  test('an open script is text, and the export says so', async () => {
    const notebook = await notebookWith('one', ['one'])
    const { markdown, problems } = await exportBodies(notebook, ['<script>\nlet a', 'The end [@src#h1]'])
    expect(problems).toEqual(['in “Insight 1”, what could run or be fetched is written as text, and pictures of the web as links'])
    expect(markdown).toContain('&lt;script>\nlet a')
    expect(renderMarkdown(markdown).headings.map(({ text }) => text)).toEqual(['Report', 'Insight 1', 'Insight 2', 'Sources'])
  })

  test('random bodies: every title stays a heading, every note of ours is there once', async () => {
    const fragments = ['a', 'b ', '\n', '\n\n', '```', '~~~', '<!--', '-->', '<pre>', '<div>', '<script>', '- ', '1. ', '> ', '    ', '\t', '\r\n']
    fragments.push(
      '[^1]',
      '\n[^1]: note\n',
      '[@src#h1]',
      '[@src#h2; @src]',
      '[@no#h1]',
      '[[T]]',
      '# H\n',
      '===',
      '---',
      '|',
      '`',
      '\\',
      '**',
      '![',
      '](',
      ':',
    )
    fragments.push('[1]', '\n[1]: https://a.example\n', '> [!note] x\n', '软', '。')
    for (let seed = 1; seed <= 300; seed += 1) {
      const random = seededRandom(seed)
      const body = () => Array.from({ length: 1 + random(14) }, () => fragments[random(fragments.length)]).join('')
      const bodies = [body(), body(), body()]
      const notebook = await notebookWith('one two', ['one', 'two'])
      const { markdown } = await exportBodies(notebook, bodies)
      const titles = renderMarkdown(markdown).headings.map(({ text }) => text)
      expect(titles, `seed ${seed}: ${JSON.stringify(bodies)}`).toEqual(expect.arrayContaining(['Insight 1', 'Insight 2', 'Insight 3']))
      const ours = markdown.match(/^\[\^src[^\]]*\]:/gm) ?? []
      expect(new Set(ours).size, `seed ${seed}`).toBe(ours.length)
    }
  })

  test('bodies that disagree about a link label are a problem', async () => {
    const notebook = await notebookWith('one', ['one'])
    const { problems } = await exportBodies(notebook, ['[a][1]\n\n[1]: https://a.example', '[b][1]\n\n[1]: https://b.example'])
    expect(problems).toEqual(['“Insight 2”: the link [1] leads elsewhere in “Insight 1”; in one file both lead there'])
  })

  test('front matter and a byte order mark of a body are left out, its citations still found', async () => {
    const notebook = await notebookWith('one', ['one'])
    const { markdown } = await exportBodies(notebook, ['---\ntitle: x\n---\nText [@src#h1]\n', '\ufeff# Own heading'])
    expect(markdown).toContain('## Insight 1\n\nText [^src-h1]\n\n## Insight 2\n\n# Own heading\n')
  })
})

describe('outlines', () => {
  test('an insight has the level under the last heading; removed insights are left out and said; one may come twice', async () => {
    const notebook = new MemoryNotebook()
    for (const key of ['a', 'b']) await notebook.run('insight.add', { id: `insight:${key}`, title: `#${key}`, body: key })
    await notebook.run('insight.remove', { id: 'insight:b' })
    const insight = (key: string, id: RecordId<'insight'>) => ({ key, type: 'insight' as const, insight: id })
    await notebook.run('report.add', {
      id: 'report:r',
      title: 'R *x* [y](z)',
      subtitle: '- sub',
      outline: [
        insight('1', 'insight:a'),
        { key: '2', type: 'heading', level: 2, text: 'Two #' },
        insight('3', 'insight:a'),
        insight('4', 'insight:b'),
        { key: '5', type: 'heading', level: 6, text: 'Six' },
        insight('6', 'insight:a'),
        { key: '7', type: 'prose', markdown: '' },
      ],
    })
    const { markdown, problems, fileName } = exportMarkdown(notebook.tables, { report: 'report:r' })
    expect(fileName).toBe('r-x-y-z.md')
    expect(problems).toEqual(['the insight “#b” lies in the trash and is left out'])
    const { headings, readingText } = renderMarkdown(markdown)
    expect(headings.map(({ depth, text }) => [depth, text])).toEqual([
      [1, 'R *x* [y](z)'],
      [2, '#a'],
      [3, 'Two #'],
      [4, '#a'],
      [6, 'Six'],
      [6, '#a'],
    ])
    expect(readingText).toContain('- sub')
  })

  test('an empty report is a title; a missing one, or no insight at all, is refused', async () => {
    const notebook = new MemoryNotebook()
    await notebook.run('report.add', { id: 'report:r', title: '' })
    expect(exportMarkdown(notebook.tables, { report: 'report:r' })).toEqual({
      charts: [],
      fileName: 'untitled.md',
      markdown: '---\ntitle: ""\ngenerator: "Footing"\n---\n\n# Untitled\n',
      problems: [],
      files: [],
    })
    expect(() => exportMarkdown(notebook.tables, { report: 'report:x' })).toThrow('there is no report:x in this notebook')
    expect(() => exportMarkdown(notebook.tables, { insights: ['insight:x'] })).toThrow('there is no insight:x')
  })

  test('a selection keeps its order and drops repeats', async () => {
    const notebook = new MemoryNotebook()
    for (const key of ['a', 'b']) await notebook.run('insight.add', { id: `insight:${key}`, title: key.toUpperCase(), body: key })
    const { markdown, fileName } = exportMarkdown(notebook.tables, { insights: ['insight:b', 'insight:a', 'insight:b'] })
    expect(fileName).toBe('b-1.md')
    expect(markdown).toBe('---\ntitle: "B + 1"\ngenerator: "Footing"\n---\n\n# B + 1\n\n## B\n\nb\n\n## A\n\na\n')
  })
})
