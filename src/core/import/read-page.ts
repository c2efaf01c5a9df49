// A parsed web page, or a piece of one, as Markdown: the same for the window (Chromium) and the host (jsdom).

/** The little that is used of a DOM, so that core needs none to compile. */
type PageList<Item> = Iterable<Item> & { readonly length: number; readonly [index: number]: Item | undefined }
type PageNode = { readonly textContent: string | null }
export type PageElement = PageNode & {
  readonly tagName: string
  readonly childNodes: Iterable<PageNode>
  textContent: string | null
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  closest(selector: string): PageElement | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): PageList<PageElement>
  replaceWith(...nodes: (PageNode | string)[]): void
  replaceChildren(...nodes: PageNode[]): void
  append(...nodes: PageNode[]): void
  prepend(...nodes: PageNode[]): void
  remove(): void
}
type PageTable = PageElement & {
  readonly rows: PageList<PageElement & { readonly cells: PageList<PageElement> }>
  readonly tHead: PageElement | null
}
export type PageDocument = {
  readonly title: string
  readonly documentElement: { readonly lang: string }
  readonly body: PageElement
  createElement(tag: string): PageElement
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): PageList<PageElement>
}

export const turndownOptions = { headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-', emDelimiter: '*', hr: '---' } as const

/** Marks around what stands in elements. The plugin for GFM writes one tilde; two are what every reader of Markdown knows. */
export const turndownMarks = [
  { name: 'deleted', elements: ['del', 's'], mark: '~~' },
  { name: 'marked', elements: ['mark'], mark: '==' },
] as const

export type ReadPage = { markdown: string; title: string; url: string; language: string }

/** No reader sees these as text of the page. */
const noText =
  'script, style, noscript, template, iframe, object, embed, form, button, input, select, textarea, svg, math, canvas, audio, video, link, meta, [hidden], [aria-hidden="true"]'
/** Around an article, in a whole page. */
const furniture = 'nav, footer, aside, dialog, [role="navigation"], [role="banner"], [role="contentinfo"], [role="complementary"]'

/**
 * Reads a document that was parsed without a window, so that it runs and fetches nothing, and takes it apart. `toMarkdown` is turndown with
 * `turndownOptions` and `turndownMarks`. Throws only on bugs; any string is some page.
 */
export function readPage(html: string, page: PageDocument, toMarkdown: (root: PageElement) => string): ReadPage {
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
  for (const table of root.querySelectorAll('table')) settleTable(page, table as PageTable)
  return {
    markdown: tidy(toMarkdown(root)),
    title,
    url,
    language: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/i.test(language) ? language : '',
  }
}

function onlyOne(page: PageDocument, selector: string): PageElement | undefined {
  const found = page.querySelectorAll(selector)
  return found.length === 1 && (found[0]?.textContent ?? '').trim() !== '' ? found[0] : undefined
}

/** Addresses that lead nowhere outside their page lose their link and keep their words. */
function settleLink(link: PageElement, base: string): void {
  const address = webAddress(link.getAttribute('href') ?? '', base)
  if (address && (link.textContent ?? '').trim() !== '') link.setAttribute('href', address)
  else link.replaceWith(...link.childNodes)
}

/** Nothing is ever fetched: an image becomes a link to where it stands, under the words that describe it. One that was kept stays a picture. */
function replaceImage(page: PageDocument, image: PageElement, base: string): void {
  if (/^files\/[0-9a-f]{64}\.\w{2,5}$/.test(image.getAttribute('src') ?? '')) return
  const address = webAddress(image.getAttribute('src') ?? '', base)
  const words = textOf(image.getAttribute('alt'))
  if (image.closest('a')) image.replaceWith(words)
  else if (address) {
    const link = page.createElement('a')
    link.setAttribute('href', address)
    link.textContent = words || decodeURIComponentSafely(new URL(address).pathname.split('/').at(-1) ?? '') || address
    image.replaceWith(link)
  } else image.replaceWith(words)
}

/** Markdown's tables need a head row and have one line per cell; the plugin would leave any other table as HTML. */
function settleTable(page: PageDocument, table: PageTable): void {
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
  const written = address.trim()
  const url = URL.canParse(written, base || undefined) ? new URL(written, base || undefined) : undefined
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : ''
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
