// The HTML of a stored text, with offsets into the reading text that it has, whichever projection made that.

import { readingProjection } from './reading-projection.ts'
import { type RenderedMarkdown, type RenderOptions, renderMarkdown } from './render-markdown.ts'

/** One rendering where today's projection made it, which is nearly always; else one more for each before. */
export function renderAsRead(markdown: string, readingText: string, options: Omit<RenderOptions, 'projection' | 'plain'> = {}): RenderedMarkdown {
  const newest = renderMarkdown(markdown, options)
  for (let rendered = newest, projection = readingProjection; ; rendered = renderMarkdown(markdown, { ...options, projection })) {
    if (rendered.readingText.toWellFormed() === readingText) return rendered
    projection -= 1
    // Damaged: it is shown, and the passages that stand elsewhere are not painted.
    if (projection < 1) return newest
  }
}
