// A saved web page: its article as Markdown, with footnotes, tables, code and the pictures that are there. Nothing is fetched.

import { Readability } from '@mozilla/readability'
import { decodeText } from '../../../core/import/decode-text.ts'
import { languageTag } from '../../../core/records/record-fields.ts'
import type { ConvertedPage } from '../read-one-file.ts'
import { htmlToMarkdown, parseHtml } from './html-to-markdown.ts'
import { putFootnotes, takeFootnotes } from './page-footnotes.ts'
import { readMhtml } from './read-mhtml.ts'

/** Each keeps a picture and answers its name in the notebook, or undefined where there is none to be had. */
export type PagePictures = { beside: (address: string) => Promise<string | undefined>; embedded: (bytes: Uint8Array) => Promise<string | undefined> }

const withRuby = { keepsRuby: true }

/** More is no article, and would take minutes. */
const maxElements = 200_000

export async function readPageFile(
  bytes: Uint8Array,
  isArchive: boolean,
  pictures: PagePictures,
): Promise<ConvertedPage | { ok: false; reason: string }> {
  const archive = isArchive ? readMhtml(bytes) : undefined
  if (isArchive && !archive) return { ok: false, reason: 'no saved page in it' }
  const written = archive?.html ?? bytes
  const head = Buffer.from(written.buffer, written.byteOffset, Math.min(written.byteLength, 4_096)).toString('latin1')
  const declared = archive?.charset ?? /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]
  const decoded = decodeText(written, declared)
  if (!decoded.ok) return decoded
  const html = decoded.text
  const page = parseHtml(html)
  if (page.getElementsByTagName('*').length > maxElements) return { ok: false, reason: 'too large a page: save a part of it' }
  const facts = readFacts(page, html, archive?.url ?? '')
  const missing = await settlePictures(page, archive?.parts, pictures)
  settleCode(page)
  const notes = takeFootnotes(page)
  const article = findArticle(page)
  const body = article?.content ? htmlToMarkdown(article.content, withRuby) : htmlToMarkdown(page.documentElement.outerHTML, withRuby)
  const markdown = putFootnotes(body.markdown, notes, (note) => htmlToMarkdown(note, withRuby).markdown)
  const said = [decoded.note, missing > 0 ? `${missing} of its pictures ${missing === 1 ? 'is' : 'are'} not beside it` : undefined]
  return {
    ok: true,
    markdown,
    title: cut(facts.title || (article?.title ?? ''), 500),
    url: facts.url,
    language: languageTag.safeParse(facts.language.replaceAll('_', '-')).data ?? '',
    publisher: cut(facts.publisher || (article?.siteName ?? ''), 500),
    authors: authorsOf(facts.author || (article?.byline ?? '')),
    published: facts.published || (/^\d{4}-\d\d-\d\d/.exec(article?.publishedTime ?? '')?.[0] ?? ''),
    notes: said.filter((note) => note !== undefined),
  }
}

/** Undefined where nothing looks like an article, or where it would be the smaller part of what there is to read. */
function findArticle(page: Document) {
  const copy = page.cloneNode(true) as Document
  const article = new Readability(copy, { charThreshold: 200, keepClasses: true }).parse()
  const all = readableLength(page)
  return article && (article.length ?? 0) >= all * 0.25 ? article : undefined
}

function readableLength(page: Document): number {
  const copy = page.body.cloneNode(true) as HTMLElement
  for (const element of copy.querySelectorAll('script, style, noscript, template, nav, footer, aside')) element.remove()
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim().length
}

function readFacts(page: Document, html: string, archived: string) {
  const meta = (...names: string[]) =>
    names
      .map((name) => page.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`)?.getAttribute('content')?.trim())
      .find(Boolean) ?? ''
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? ''
  // Browsers and SingleFile write down where a page was saved from.
  const [, saved] =
    /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(html.slice(0, 4_096)) ??
    /Page saved with SingleFile\s+url:\s*(\S+)/.exec(html.slice(0, 4_096)) ??
    []
  const url = [canonical, meta('og:url'), saved ?? '', archived].find(
    (address) => /^https?:\/\/\S+$/i.test(address) && URL.canParse(address) && address.length <= 4_000,
  )
  const date = meta('article:published_time', 'datePublished', 'date', 'dc.date', 'DC.date.issued', 'citation_publication_date', 'pubdate')
  return {
    title: meta('citation_title') || headingIn(page) || meta('og:title') || page.title.trim(),
    url: url ?? '',
    language: page.documentElement.lang || '',
    publisher: meta('og:site_name', 'citation_journal_title', 'publisher', 'dc.publisher'),
    author: meta('author', 'article:author', 'citation_author', 'dc.creator'),
    published: /^(\d{4})[-/.](0[1-9]|1[0-2])[-/.](0[1-9]|[12]\d|3[01])/.exec(date)?.slice(1, 4).join('-') ?? '',
  }
}

/** A page’s title names the site as well; the one heading that the title begins with is what people call it. */
function headingIn(page: Document): string {
  const words = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim()
  const title = words(page.querySelector('meta[property="og:title"]')?.getAttribute('content') ?? page.title)
  return (
    [...page.querySelectorAll('h1')].map((heading) => words(heading.textContent)).find((heading) => heading.length > 3 && title.includes(heading)) ??
    ''
  )
}

/** Pictures that are there become the notebook's; the number of those that should be and are not. */
async function settlePictures(page: Document, parts: Map<string, Uint8Array> | undefined, { beside, embedded }: PagePictures): Promise<number> {
  for (const source of page.querySelectorAll('picture > source, base')) source.remove()
  let missing = 0
  for (const image of page.querySelectorAll('img')) {
    image.removeAttribute('srcset')
    const written = (image.getAttribute('src') ?? '').trim()
    const part = parts?.get(written)
    let name: string | undefined
    let isLocal = true
    if (part) name = await embedded(part)
    else if (/^data:image\//i.test(written)) name = await keepData(written, embedded)
    else if (written === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(written)) isLocal = false
    else name = await beside(decoded(written.replace(/[?#].*$/, '')))
    if (name !== undefined) image.setAttribute('src', name)
    else if (isLocal) {
      if (!written.startsWith('data:')) missing += 1
      image.setAttribute('src', '')
    }
  }
  return missing
}

async function keepData(address: string, embedded: PagePictures['embedded']): Promise<string | undefined> {
  const [, data] = /^data:image\/[\w.+-]+;base64,(.*)$/is.exec(address) ?? []
  return data === undefined ? undefined : embedded(Buffer.from(data, 'base64'))
}

/** Turndown knows code by `<pre><code>`. */
function settleCode(page: Document): void {
  for (const block of page.querySelectorAll('pre')) {
    if (block.children.length === 1 && block.firstElementChild?.tagName === 'CODE' && block.firstChild === block.firstElementChild) continue
    for (const line of block.querySelectorAll('br')) line.replaceWith('\n')
    const code = page.createElement('code')
    code.textContent = block.textContent
    block.replaceChildren(code)
  }
}

function authorsOf(byline: string): string[] {
  const names = byline.replace(/^\s*by\s+/i, '').split(/\s*[;；、]\s*|\s+and\s+|\s*,\s*(?=\S+\s)/)
  return names
    .map((name) => cut(name.trim().replace(/\s+/g, ' '), 500))
    .filter((name) => name !== '' && !/^https?:/.test(name))
    .slice(0, 50)
}

function cut(text: string, length: number): string {
  return text.replace(/\s+/g, ' ').slice(0, length).toWellFormed()
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
