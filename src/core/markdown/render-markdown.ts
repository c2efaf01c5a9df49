// Turn Markdown into HTML and into its reading text in one walk, so that a place in one is a place in the other.

import { lexMarkdown } from './footing-lexer.ts'
import { splitFrontMatter } from './front-matter.ts'
import { readingProjection } from './reading-projection.ts'
import type { ReadingBlock } from './reading-writer.ts'
import { renderDocument, renderFootnotes } from './render-blocks.ts'
import {
  type RenderedCitation,
  type RenderedFootnote,
  type RenderedHeading,
  type RenderedWikilink,
  type RenderHooks,
  startRendering,
} from './rendering.ts'
import { ID_PREFIX, type UnsafeHtml } from './safe-html.ts'

export type RenderOptions = RenderHooks & {
  /** Put into the ids of headings and footnotes, where one page shows several texts: letters, digits, `-` and `_`. */
  idPrefix?: string
  /** The number of the way in which reading text is made; today's where it is not given. */
  projection?: number
  /**
   * CommonMark and GFM as their specifications print them: no Footing syntax, raw HTML and every address as written, no reading offsets.
   * Only for comparing with the specifications; it is not meant to be shown.
   */
  plain?: boolean
}

export type RenderedMarkdown = {
  /** To be sanitised before it is shown. Every leaf block has `data-reading-start`; `data-no-reading` marks what is no reading text. */
  html: UnsafeHtml
  /** The plain text that a reader sees; offsets into it are UTF-16. */
  readingText: string
  /** The leaf blocks in order; between two of them stands a separator. */
  blocks: ReadingBlock[]
  citations: RenderedCitation[]
  wikilinks: RenderedWikilink[]
  headings: RenderedHeading[]
  footnotes: RenderedFootnote[]
  /** The YAML of the text, which is neither in `html` nor in `readingText`. */
  frontMatter: string | null
}

/** Renders any text; never fails. The same text and answers of the hooks give the same result. Time is linear in practice (see the decision). */
export function renderMarkdown(markdown: string, options: RenderOptions = {}): RenderedMarkdown {
  const { plain = false, idPrefix = '', projection = readingProjection, ...hooks } = options
  const { frontMatter, body } = plain ? { frontMatter: null, body: markdown } : splitFrontMatter(markdown.replace(/^\ufeff/, ''))
  const { tokens, footnotes } = lexMarkdown(body, !plain)
  const rendering = startRendering(hooks, plain, `${ID_PREFIX}${idPrefix}`, footnotes, projection)
  const { writer, raw, citations, wikilinks, headings } = rendering
  raw.inFrame(() => renderDocument(rendering, tokens))
  const renderedFootnotes = renderFootnotes(rendering)
  return {
    html: writer.html() as UnsafeHtml,
    readingText: writer.readingText(),
    blocks: writer.blocks,
    citations,
    wikilinks,
    headings,
    footnotes: renderedFootnotes,
    frontMatter,
  }
}
