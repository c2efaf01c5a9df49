// Thousands of hostile texts through everything that makes HTML or Markdown of them: nothing that comes out runs, is fetched, or takes a name.

import createPurifier from 'dompurify'
import { JSDOM } from 'jsdom'
import { Marked, marked } from 'marked'
import { describe, expect, test } from 'vitest'
import { calmBody } from '../../src/core/export/calm-body.ts'
import { exportMarkdown } from '../../src/core/export/export-markdown.ts'
import { planSource } from '../../src/core/import/plan-source.ts'
import { renderMarkdown } from '../../src/core/markdown/render-markdown.ts'
import { makeSanitiser, type UnsafeHtml } from '../../src/core/markdown/safe-html.ts'
import { htmlToMarkdown } from '../../src/host/import/formats/html-to-markdown.ts'
import { makeMemoryNotebook } from '../host/session/memory-notebook.ts'
import { findActive } from './find-active.ts'
import { addressPayloads, hostileMarkdown, htmlPayloads, textPayloads } from './hostile-payloads.ts'

const { window } = new JSDOM('')
const sanitise = makeSanitiser(window, (given) => createPurifier(given))
const parse = (html: string) => new window.DOMParser().parseFromString(`<!doctype html><body>${html}`, 'text/html') as never
const active = (html: string) => findActive(html, parse)
const faults = (htmls: Iterable<[input: string, html: string]>) =>
  [...htmls].flatMap(([input, html]) => {
    const found = active(html)
    return found.length > 0 ? [{ input, found }] : []
  })

const markdowns = hostileMarkdown()
const names = [...htmlPayloads, ...textPayloads, ...addressPayloads]

test('there are thousands of them, and they would do something', () => {
  expect(markdowns.length).toBeGreaterThan(4_000)
  expect(faults(htmlPayloads.map((html) => [html, html])).length).toBeGreaterThan(htmlPayloads.length * 0.9)
  const asOthersRender = markdowns
    .filter((_, number) => number % 5 === 0)
    .map((markdown): [string, string] => [markdown, marked.parse(markdown) as string])
  expect(faults(asOthersRender).length).toBeGreaterThan(500)
})

describe('nothing active comes out of', () => {
  test('a body', { timeout: 120_000 }, () => {
    const rendered = markdowns.map((markdown): [string, string] => [markdown, renderMarkdown(markdown).html])
    // The rendering alone holds nothing active, before any sanitiser: either of the two would be enough.
    expect(faults(rendered)).toEqual([])
    expect(faults(rendered.filter((_, number) => number % 4 === 0).map(([markdown, html]) => [markdown, sanitise(html as UnsafeHtml)]))).toEqual([])
  })

  test('names that windows hand to the renderer: titles of links, citations and footnotes', () => {
    const rendered = names.map((name): [string, string] => [
      name,
      renderMarkdown('[@k#h1] [[w]] ![i](x.png)', {
        resolveCitation: () => ({ label: name, title: name }),
        resolveWikilink: () => name,
        resolveImage: () => name,
      }).html,
    ])
    expect(faults(rendered)).toEqual([])
  })

  test('HTML as it is, which the sanitiser alone stands before; a second pass changes nothing', () => {
    const wrapped = htmlPayloads.flatMap((html) => [html, `<div>${html}`, `<table><tr><td>${html}`, `<p title="${html}">`, `<ul><li>${html}</p>`])
    const safe = wrapped.map((html): [string, string] => [html, sanitise(html as UnsafeHtml)])
    expect(faults(safe)).toEqual([])
    expect(safe.filter(([, html]) => sanitise(html as UnsafeHtml) !== html)).toEqual([])
  })

  test('a clipped page', { timeout: 120_000 }, () => {
    const clipped = htmlPayloads.map((html): [string, string] => {
      const { markdown } = htmlToMarkdown(`<html><head><title>${html}</title></head><body><article>${html}<p>x</p></article></body></html>`)
      return [html, renderMarkdown(markdown).html]
    })
    expect(faults(clipped)).toEqual([])
  })

  test('an imported file, whatever its name, its front matter and its text', () => {
    const imported = names.flatMap((name): [string, string][] => {
      const plan = planSource(
        `${name}.md`,
        `---\ntitle: ${JSON.stringify(name)}\nurl: ${JSON.stringify(name)}\nauthor: ${JSON.stringify(name)}\n---\n\n${name}\n\ntext`,
      )
      return plan ? [[name, renderMarkdown(plan.input.markdown).html]] : []
    })
    expect(imported.length).toBeGreaterThan(250)
    expect(faults(imported)).toEqual([])
  })
})

/** Every HTML is let through. A bare address is no link here: where a program makes one of it, it leads where it says. */
const otherProgram = new Marked({ tokenizer: { url: () => undefined } })

describe('an export that another program renders, without any sanitiser,', () => {
  const clean = (text: string) => text.replace(/[\ud800-\udfff]/g, '').replaceAll('\0', '')

  test('shows titles, quotes and references as words', { timeout: 120_000 }, async () => {
    const bad: { name: string; found: string[] }[] = []
    for (const name of names.map(clean)) {
      const notebook = makeMemoryNotebook()
      const line = name.replace(/\s+/g, ' ').trim().slice(0, 400) || 'x'
      const source = await notebook.must('source.add', {
        id: 'source:s',
        citekey: 'k',
        title: line,
        publisher: line,
        authors: [line],
        url: line.slice(0, 400),
        markdown: `before\n\n\`\`\`\n${name}\n\`\`\`\n\nafter`,
      })
      const { readingText } = (await notebook.readText(notebook.view.get('sources', 'source:s')?.revisions[0]?.text ?? 'text:')) ?? {
        readingText: '',
      }
      const [start, end] = [readingText.indexOf('before'), readingText.indexOf('after') + 5]
      await notebook.must('highlight.add', { source: source.id, text: notebook.view.get('sources', 'source:s')?.revisions[0]?.text, start, end })
      await notebook.must('insight.add', { id: 'insight:a', title: line, body: 'Claim [@k#h1] and [@k].', topics: [line.slice(0, 80)] })
      const { markdown } = exportMarkdown(notebook.view, { insights: ['insight:a'] })
      // `marked` knows neither front matter nor footnotes, and would take the latter for addresses.
      const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '').replace(/^\[\^[^\]]+\]: /gm, '')
      const found = active(otherProgram.parse(body) as string)
      if (found.length > 0) bad.push({ name, found })
    }
    expect(bad).toEqual([])
  })

  test('runs and fetches nothing of a body', { timeout: 120_000 }, () => {
    const calm = markdowns.map((markdown): [string, string] => [markdown, otherProgram.parse(calmBody(markdown)) as string])
    // What lies beside the file is no harm, nor are links that show where they lead, nor the boxes of a list of tasks.
    const isHarm = (found: string) => {
      const [, tag, address = ''] = /^<(a href|img src)=(".*")>$/s.exec(found) ?? []
      if (!tag) return !/^<input(?: disabled=""| checked=""| type="checkbox")?>$/.test(found)
      const { protocol, origin } = new URL(JSON.parse(address) as string, 'https://beside.invalid/folder/')
      return origin !== 'https://beside.invalid' && !(tag === 'a href' && /^https?:$/.test(protocol))
    }
    expect(faults(calm).flatMap(({ input, found }) => (found.some(isHarm) ? [{ input, found: found.filter(isHarm) }] : []))).toEqual([])
  })

  test('leaves a body to the letter in which nothing could', () => {
    for (const body of [
      'a < b > c, 1<2, <b>bold</b>, H<sub>2</sub>O, <https://e.com/a?b=c>, <mailto:a@b.co>',
      '`<script>` and\n\n```html\n<script>alert(1)</script>\n<img src=x onerror=alert(1)>\n```\n\n    <iframe src=x>',
      `[x](https://e.com) [y](note.md) [z](#a) ![own](files/${'a'.repeat(64)}.png) ![data](data:image/png;base64,AA==)`,
      '<details open=""><summary>S</summary>\n\nText\n\n</details>',
      '软银 > 英伟达 <p lang="zh">文</p> a \\< b',
    ])
      expect(calmBody(body)).toBe(body)
    expect(calmBody('![chart](https://e.com/a.png) of 软银')).toBe('[chart](https://e.com/a.png) of 软银')
    expect(calmBody('> ![a\n> b](https://e.com/a.png)')).toBe('> [a\n> b](https://e.com/a.png)')
    expect(calmBody('\\<b onclick="x">')).toBe('&lt;b onclick="x">')
    expect(calmBody('x <script>alert(1)</script>')).toBe('x &lt;script>alert(1)&lt;/script>')
  })
})
