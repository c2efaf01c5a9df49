// Write the block tokens of a text: paragraphs, headings, lists, tables, code, quotes, callouts, raw HTML and, at the end, the footnotes.

import type { Token, Tokens } from 'marked'
import { decodeReferences, escapeHtml } from './escape-html.ts'
import { asFootingToken, type CalloutToken, type FootingToken } from './markdown-tokens.ts'
import { renderInlines } from './render-inlines.ts'
import type { Rendering } from './rendering.ts'

/** Writes the blocks of a whole text. */
export function renderDocument(rendering: Rendering, tokens: Token[]): void {
  renderBlocks(rendering, tokens, '\n\n', () => rendering.writer.endBlock())
}

/** Writes `tokens`, separated by `between` in the reading text. */
function renderBlocks(rendering: Rendering, tokens: Token[], between: '\n' | '\n\n', afterEach?: () => void): void {
  let isFirst = true
  for (const token of tokens) {
    const block = asFootingToken(token)
    if (block.type === 'space' || block.type === 'def' || block.type === 'footnote') continue
    if (!isFirst) rendering.writer.separate(between)
    isFirst = block.type === 'checkbox' && isFirst
    if (block.type !== 'text' && block.type !== 'checkbox') rendering.writer.closeLeaf()
    if (block.type !== 'html') rendering.raw.beforeBlock()
    renderBlock(rendering, block)
    afterEach?.()
  }
}

function renderBlock(rendering: Rendering, block: FootingToken): void {
  const { writer, raw, plain } = rendering
  switch (block.type) {
    case 'paragraph':
      leaf(rendering, 'p', '', block.tokens)
      return
    case 'heading':
      renderHeading(rendering, block)
      return
    case 'code':
      renderCode(rendering, block)
      return
    case 'hr':
      writer.markup('<hr>\n')
      return
    case 'blockquote':
      container(rendering, 'blockquote', '', () => renderBlocks(rendering, block.tokens, '\n\n'))
      return
    case 'callout':
      renderCallout(rendering, block)
      return
    case 'list':
      renderList(rendering, block)
      return
    case 'table':
      renderTable(rendering, block)
      return
    case 'html':
      if (plain) writer.markup(block.text)
      else raw.block(block.text)
      return
    case 'checkbox':
      renderInlines(rendering, [block])
      return
    case 'text':
      renderLooseText(rendering, block)
      return
    default:
      throw new Error(`no block rendering for the token "${block.type}"`)
  }
}

function leaf(rendering: Rendering, tag: string, attributes: string, tokens: Token[]): void {
  const { writer, raw } = rendering
  writer.openLeaf(tag, attributes)
  raw.inFrame(() => renderInlines(rendering, tokens))
  writer.closeLeaf()
  writer.markup(`</${tag}>\n`)
}

function container({ writer, raw }: Rendering, tag: string, attributes: string, write: () => void): void {
  writer.markup(`<${tag}${attributes}>\n`)
  raw.inFrame(write)
  writer.closeLeaf()
  writer.markup(`</${tag}>\n`)
}

/** Text directly in a list item. The item itself is its leaf; after another block in the item it needs an element of its own. */
function renderLooseText(rendering: Rendering, block: Tokens.Text): void {
  const { writer, raw, plain } = rendering
  const isInItem = writer.hasLeaf
  if (!isInItem) writer.openLeaf(plain ? '' : 'span')
  raw.inFrame(() => renderInlines(rendering, block.tokens ?? [block]))
  writer.closeLeaf()
  if (!isInItem && !plain) writer.markup('</span>\n')
}

function renderHeading(rendering: Rendering, { depth, tokens }: Tokens.Heading): void {
  const { writer, raw, plain, headings } = rendering
  writer.openLeaf(`h${depth}`)
  raw.inFrame(() => renderInlines(rendering, tokens))
  const text = writer.leafText()
  const start = writer.length - text.length
  const id = uniqueId(rendering, text)
  writer.closeLeaf(plain ? '' : ` id="${escapeHtml(id)}"`)
  writer.markup(`</h${depth}>\n`)
  headings.push({ depth, text, id, start })
}

function uniqueId({ headingIds, idPrefix }: Rendering, text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_-]+/gu)
  const base = `${idPrefix}${words?.join('-') ?? 'section'}`
  // The count of a base is remembered: a text of 25,000 equal headings would otherwise try 300 million ids.
  let number = headingIds.get(base) ?? 0
  let id = number === 0 ? base : `${base}-${number}`
  while (headingIds.has(id)) id = `${base}-${++number}`
  headingIds.set(base, number + 1)
  if (id !== base) headingIds.set(id, 1)
  return id
}

function renderCode({ writer, plain }: Rendering, { text, lang }: Tokens.Code): void {
  const language = /^\S+/.exec(decodeReferences(lang ?? ''))?.[0]
  writer.openLeaf('pre')
  writer.markup(language ? `<code class="language-${escapeHtml(language)}">` : '<code>')
  const code = text.replace(/\n$/, '')
  writer.text(plain && text !== '' ? `${code}\n` : code)
  writer.closeLeaf()
  writer.markup('</code></pre>\n')
}

function renderCallout(rendering: Rendering, { kind, titleTokens, tokens }: CalloutToken): void {
  const { writer } = rendering
  container(rendering, 'div', ` class="callout" data-callout="${escapeHtml(kind)}" role="note"`, () => {
    if (titleTokens.length > 0) leaf(rendering, 'p', ' class="callout-title"', titleTokens)
    // The kind as a heading is ours, not the writer's words, so no quote may hold it.
    else writer.markup(`<p class="callout-title" data-no-reading="">${escapeHtml(kind[0]!.toUpperCase() + kind.slice(1))}</p>\n`)
    if (titleTokens.length > 0) writer.separate('\n\n')
    renderBlocks(rendering, tokens, '\n\n')
  })
}

function renderList(rendering: Rendering, { ordered, start, items }: Tokens.List): void {
  const { writer, raw, plain } = rendering
  const tag = ordered ? 'ol' : 'ul'
  writer.markup(ordered && start !== 1 ? `<ol start="${start}">\n` : `<${tag}>\n`)
  for (const [number, item] of items.entries()) {
    if (number > 0) writer.separate('\n')
    const first = item.tokens.find(({ type }) => type !== 'space' && type !== 'def')?.type
    const kind = item.task && !plain ? ' class="task-item"' : ''
    if (first === 'text' || first === 'checkbox') writer.openLeaf('li', kind)
    else writer.markup(`<li${kind}>`)
    raw.inFrame(() => renderBlocks(rendering, item.tokens, item.loose ? '\n\n' : '\n'))
    writer.closeLeaf()
    writer.markup('</li>\n')
  }
  writer.markup(`</${tag}>\n`)
}

function renderTable(rendering: Rendering, { header, rows }: Tokens.Table): void {
  const { writer } = rendering
  writer.markup('<table>\n<thead>\n')
  renderRow(rendering, header)
  writer.markup('</thead>\n')
  if (rows.length > 0) writer.markup('<tbody>')
  for (const row of rows) {
    writer.separate('\n')
    renderRow(rendering, row)
  }
  writer.markup(rows.length > 0 ? '</tbody></table>\n' : '</table>\n')
}

function renderRow(rendering: Rendering, cells: Tokens.TableCell[]): void {
  rendering.writer.markup('<tr>\n')
  for (const [number, cell] of cells.entries()) {
    if (number > 0) rendering.writer.tab()
    leaf(rendering, cell.header ? 'th' : 'td', cell.align ? ` align="${cell.align}"` : '', cell.tokens)
  }
  rendering.writer.markup('</tr>\n')
}

/** The bodies of all footnotes, as the last section. Returns where each begins in the reading text. */
export function renderFootnotes(rendering: Rendering): { label: string; number: number; start: number }[] {
  const { writer, raw, footnotes } = rendering
  const written: { label: string; number: number; start: number }[] = []
  for (const footnote of footnotes.inOrder()) {
    if (written.length === 0) {
      writer.markup('<section class="footnotes" role="doc-endnotes" aria-label="Footnotes">\n<ol>\n')
      writer.separate('\n\n')
    } else writer.separate('\n')
    const { number, token } = footnote
    const blocksBefore = writer.blocks.length
    writer.markup(`<li id="${rendering.idPrefix}fn-${number}" data-footnote="${number}">\n`)
    raw.inFrame(() => renderBlocks(rendering, token.tokens, '\n\n'))
    writer.closeLeaf()
    if (footnote.references > 0) {
      writer.markup(
        `<a class="footnote-back" href="#${rendering.idPrefix}fnref-${number}" role="doc-backlink" aria-label="Back to the text" data-no-reading="">↩</a>`,
      )
    }
    writer.markup('</li>\n')
    written.push({ label: token.label, number, start: writer.blocks[blocksBefore]?.start ?? writer.length })
  }
  if (written.length > 0) writer.markup('</ol>\n</section>\n')
  return written
}
