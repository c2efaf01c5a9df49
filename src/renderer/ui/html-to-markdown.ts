// A web page, or a piece of one from the clipboard, as Markdown. Loaded only when HTML comes in.

import TurndownService from 'turndown'
import { gfm } from 'turndown-plugin-gfm'
import { parseInertly } from './sanitise.ts'

export type ReadPage = { markdown: string; title: string; url: string; language: string }

/** No reader sees these as text of the page. */
const noText =
  'script, style, noscript, template, iframe, object, embed, form, button, input, select, textarea, svg, math, canvas, audio, video, link, meta, [hidden], [aria-hidden="true"]'
/** Around an article, in a whole page. */
const furniture = 'nav, footer, aside, dialog, [role="navigation"], [role="banner"], [role="contentinfo"], [role="complementary"]'

/** Never runs or fetches anything: the page is parsed without a window. Throws only on bugs; any string is some page. */
export function htmlToMarkdown(html: string): ReadPage {
  const page = parseInertly(html)
  const title = textOf(page.querySelector('meta[property="og:title"]')?.getAttribute('content')) || textOf(page.title)
  const url = webAddress(page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '')
  const language = page.documentElement.lang
  const base = url || webAddress(page.querySelector('base')?.getAttribute('href') ?? '')
  const isWholePage = /<body[\s>]/i.test(html)
  for (const element of page.querySelectorAll(noText)) element.remove()
  const article = isWholePage ? (onlyOne(page, 'article') ?? onlyOne(page, 'main, [role="main"]')) : undefined
  const root = article ?? page.body
  if (isWholePage) for (const element of root.querySelectorAll(furniture)) element.remove()
  for (const link of root.querySelectorAll('a[href]')) settleLink(link, base)
  for (const image of root.querySelectorAll('img')) replaceImage(page, image, base)
  for (const table of root.querySelectorAll('table')) settleTable(page, table)
  return {
    markdown: tidy(makeTurndown().turndown(root as HTMLElement)),
    title,
    url,
    language: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/i.test(language) ? language : '',
  }
}

function makeTurndown(): TurndownService {
  const turndown = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-', emDelimiter: '*', hr: '---' })
  turndown.use(gfm)
  // The plugin writes one tilde; two are what every reader of Markdown knows.
  turndown.addRule('deleted', { filter: ['del', 's'], replacement: (content) => (content.trim() === '' ? content : `~~${content}~~`) })
  turndown.addRule('marked', { filter: ['mark'], replacement: (content) => (content.trim() === '' ? content : `==${content}==`) })
  return turndown
}

function onlyOne(page: Document, selector: string): Element | undefined {
  const found = page.querySelectorAll(selector)
  return found.length === 1 && (found[0]?.textContent ?? '').trim() !== '' ? found[0] : undefined
}

/** Addresses that lead nowhere outside their page lose their link and keep their words. */
function settleLink(link: Element, base: string): void {
  const address = webAddress(link.getAttribute('href') ?? '', base)
  if (address && (link.textContent ?? '').trim() !== '') link.setAttribute('href', address)
  else link.replaceWith(...link.childNodes)
}

/** Nothing is ever fetched: an image becomes a link to where it stands, under the words that describe it. */
function replaceImage(page: Document, image: Element, base: string): void {
  const address = webAddress(image.getAttribute('src') ?? '', base)
  const words = textOf(image.getAttribute('alt'))
  if (image.closest('a')) image.replaceWith(words)
  else if (address) {
    const link = page.createElement('a')
    link.href = address
    link.textContent = words || decodeURIComponentSafely(new URL(address).pathname.split('/').at(-1) ?? '') || address
    image.replaceWith(link)
  } else image.replaceWith(words)
}

/** Markdown's tables need a head row and have one line per cell; the plugin would leave any other table as HTML. */
function settleTable(page: Document, table: HTMLTableElement): void {
  const isLayout = table.querySelector('table') !== null || ![...table.rows].some((row) => row.cells.length > 1)
  if (isLayout) {
    for (const cell of table.querySelectorAll('td, th')) {
      const block = page.createElement('div')
      block.append(...cell.childNodes)
      cell.replaceChildren(block)
    }
    const blocks = [...table.rows].flatMap((row) => [...row.cells]).flatMap((cell) => [...cell.childNodes])
    if (!table.querySelector('table')) table.replaceWith(...blocks)
    return
  }
  for (const cell of table.querySelectorAll('td, th')) {
    for (const block of cell.querySelectorAll('p, div, br, ul, ol, li')) {
      if (block.tagName === 'BR') block.replaceWith(' ')
      else block.replaceWith(...block.childNodes, ' ')
    }
  }
  const first = table.rows[0]
  if (!first || table.tHead || [...first.cells].every((cell) => cell.tagName === 'TH')) return
  const head = page.createElement('thead')
  const row = page.createElement('tr')
  for (const cell of first.cells) {
    const heading = page.createElement('th')
    heading.append(...cell.childNodes)
    row.append(heading)
  }
  first.remove()
  head.append(row)
  table.prepend(head)
}

/** An absolute http(s) address, or ''. */
function webAddress(address: string, base = ''): string {
  const url = URL.parse(address.trim(), base || undefined)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : ''
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function textOf(text: string | null | undefined): string {
  return (text ?? '').trim().replace(/\s+/g, ' ')
}

/** No space at line ends, no runs of empty lines, outside of code. */
function tidy(markdown: string): string {
  return `${markdown
    .replace(/[ \t\u00a0]+$/gm, (space) => (space === '  ' ? space : ''))
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}
