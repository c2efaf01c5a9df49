// Saved pages, Word documents and old encodings, as people have them on disk; and the same files broken or hostile.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ImportKit, makeImportKit, picture } from './import-kit.ts'
import { makeDocx, paragraph } from './make-docx.ts'
import { makeZip } from './make-zip.ts'

let kit: ImportKit
beforeEach(async () => {
  kit = await makeImportKit()
})
afterEach(() => kit.close())

const sentence = 'SoftBank said on Tuesday that it had sold its whole stake in the chip maker for 5.83 billion dollars in October. '
const page = `<!DOCTYPE html>
<!-- saved from url=(0035)https://news.example.org/story?id=7 -->
<html lang="en"><head><meta charset="utf-8"><title>The sale of a stake | Example News</title>
<meta property="og:site_name" content="Example News"><meta name="author" content="By Ann Writer"><meta property="article:published_time" content="2025-11-11T08:00:00Z">
<script>document.title = 'ran'</script></head>
<body><nav><a href="/">Home</a> <a href="/markets">Markets</a></nav>
<article><h1>The sale of a stake</h1>
<p>${sentence.repeat(3)}<sup id="r1"><a href="#n1">[1]</a></sup></p><p>${sentence.repeat(3)}</p>
<img src="./story_files/chart.png" alt="A chart"><img src="https://cdn.example.org/far.png" alt="Far away"><img src="../../secret.png" alt="Secret">
<table><tr><th>Year</th><th>Stake</th></tr><tr><td>2024</td><td>4.9 %</td></tr></table>
<pre>let stake = 1
  stake = 0</pre>
<p>${sentence.repeat(3)}<a href="https://example.org/filing">The filing</a></p><p><ruby>孫<rt>そん</rt></ruby>氏は述べた。</p>
<ol><li id="n1">See <em>the filing</em> of November. <a href="#r1">↩</a></li></ol></article>
<footer>All rights reserved</footer></body></html>`

test('a saved page is its article, with footnotes, tables, code and the pictures that are there; the original is kept', async () => {
  const path = kit.file('story.html', page)
  kit.file('story_files/chart.png', picture())
  kit.file('story_files/frame.html', '<p>an advertisement</p>')
  expect(await kit.brief()).toEqual([['story.html', 'kept', 'The sale of a stake']])
  const [source] = kit.sources()
  expect(source).toMatchObject({
    ...{
      publisher: 'Example News',
      authors: ['Ann Writer'],
      published: '2025-11-11',
      url: 'https://news.example.org/story?id=7',
      language: 'en',
      kind: 'web page',
    },
    revisions: [{ file: { extension: 'html', name: 'story.html' } }],
  })
  expect(readFileSync(join(kit.notebook.folder, 'files', `${source?.revisions[0]?.file?.sha256}.html`))).toEqual(readFileSync(path))
  const text = (await kit.textOf('The sale of a stake')) ?? ''
  expect(text).toMatch(/October\. ?\[\^1\]/)
  expect(text).toContain('[^1]: See *the filing* of November.')
  expect(text).toMatch(/!\[A chart\]\(files\/[0-9a-f]{64}\.png\)/)
  expect(text).toContain('[Far away](https://cdn.example.org/far.png)')
  expect(text).toContain('| 2024 | 4.9 % |')
  expect(text).toContain('```\nlet stake = 1\n  stake = 0\n```')
  expect(text).toContain('<ruby>孫<rt>そん</rt></ruby>氏は述べた。')
  expect(text).not.toMatch(/Markets|All rights|secret|ran'/)
})

test('a page in one file, MHTML, brings its pictures along', async () => {
  const lines = [
    ...[
      'From: <Saved>',
      'Snapshot-Content-Location: https://example.org/page',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="--B1"',
      '',
    ],
    ...['----B1', 'Content-Type: text/html', 'Content-Location: https://example.org/page', 'Content-Transfer-Encoding: quoted-printable', ''],
    `<html><head><meta charset=3D"utf-8"><title>One file</title></head><body><p>caf=C3=A9 ${'and some more words of an arti=\r\ncle '.repeat(5)}</p><img src=3D"https://example.org/a.png" alt=3D"a"></body></html>`,
    ...['----B1', 'Content-Type: image/png', 'Content-Transfer-Encoding: base64', 'Content-Location: https://example.org/a.png', ''],
    ...[Buffer.from(picture()).toString('base64'), '----B1--', ''],
  ]
  kit.file('one.mhtml', lines.join('\r\n'))
  expect(await kit.brief()).toEqual([['one.mhtml', 'kept', 'One file']])
  const text = (await kit.textOf('One file')) ?? ''
  expect(text).toMatch(/café and some more words of an article/)
  expect(text).toMatch(/!\[a\]\(files\/[0-9a-f]{64}\.png\)/)
})

test('a Word document brings its headings, tables and footnotes', async () => {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
  const body =
    paragraph('投資の見通し', '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>') +
    `<w:p><w:r><w:t>The stake was sold.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>` +
    `<w:tbl><w:tr>${cell('Year')}${cell('Stake')}</w:tr><w:tr>${cell('2024')}${cell('5')}</w:tr></w:tbl>`
  kit.file('memo.docx', makeDocx(body, `<w:footnote w:id="2">${paragraph('Filed in November.')}</w:footnote>`))
  expect(await kit.brief()).toEqual([['memo.docx', 'kept', expect.any(String)]])
  const [source] = kit.sources()
  const text = (await kit.textOf(source?.title ?? '')) ?? ''
  expect(text).toContain('The stake was sold.[^1]')
  expect(text).toContain('[^1]: Filed in November.')
  expect(text).toContain('| 2024 | 5 |')
  expect(text).toContain('投資の見通し')
})

test('zip bombs, names that lead out, passwords and damaged documents are refused in words', async () => {
  kit.file('1-bomb.docx', makeZip([['word/document.xml', Buffer.alloc(60_000_000)]]))
  kit.file('2-out.docx', makeZip([['../../evil.xml', 'x']]))
  const whole = makeDocx(paragraph('x'.repeat(5_000)))
  kit.file('3-cut.docx', whole.subarray(0, whole.length - 300))
  // Says that it is small, and is not.
  kit.file('4-liar.docx', makeZip([['word/document.xml', Buffer.alloc(90_000_000), 100]]))
  kit.file('5-good.docx', makeDocx(paragraph('A good one.')))
  expect(await kit.brief()).toEqual([
    ['1-bomb.docx', 'refused', expect.stringContaining('zip bomb')],
    ['2-out.docx', 'refused', expect.stringContaining('out of itself')],
    ['3-cut.docx', 'refused', expect.stringContaining('damaged')],
    ['4-liar.docx', 'refused', expect.stringContaining('damaged')],
    ['5-good.docx', 'kept', '5-good'],
  ])
})

test('a file that takes too long, or too much memory, costs itself and nothing else', async () => {
  kit.file('a.md', 'before')
  kit.file('b.html', `<body>${'<div>'.repeat(150_000)}x`)
  kit.file('c.md', 'after')
  const outcomes = await kit.brief([kit.folder], { limits: { longestMs: 1_500, mostMemoryMb: 128 } })
  expect(outcomes.map(([, outcome]) => outcome)).toEqual(['kept', 'refused', 'kept'])
})

test('whatever bytes a file of any kind holds, the rest is brought in', async () => {
  const extensions = ['md', 'txt', 'html', 'mhtml', 'docx', 'json', 'csv', 'bib', 'ris']
  const starts = [
    '',
    page,
    '---\n',
    'PK\x03\x04',
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n',
    '[{"id":',
    '@article{',
    'TY  - JOUR\n',
  ]
  const files = fc.sample(fc.tuple(fc.constantFrom(...starts), fc.nat(2_000), fc.uint8Array({ maxLength: 300 }), fc.boolean()), {
    numRuns: 90,
    seed: 11,
  })
  for (const [number, [start, cut, noise, isText]] of files.entries()) {
    const head = Buffer.from(start.slice(0, cut), 'latin1')
    const tail = isText ? Buffer.from(Buffer.from(noise).toString('latin1').replaceAll('\0', '<'), 'utf8') : noise
    kit.file(`${String(number).padStart(3, '0')}.${extensions[number % extensions.length]}`, Buffer.concat([head, tail]))
  }
  kit.file('zz.md', '# The last one')
  const outcomes = await kit.run()
  expect(outcomes.length).toBeGreaterThanOrEqual(91)
  expect(outcomes.at(-1)).toMatchObject({ outcome: 'kept', title: 'The last one' })
  for (const each of outcomes) if (each.outcome === 'refused') expect(each.reason).not.toMatch(/undefined|is not a function|Cannot read/)
})
