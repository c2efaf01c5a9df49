// The reading text of a stored text: made once, when the text comes in, by the projection of today; made again by the one that it was made by.

import { readingProjection } from '../../core/markdown/reading-projection.ts'
import { renderMarkdown } from '../../core/markdown/render-markdown.ts'

export function readingTextOf(markdown: string, projection = readingProjection): { readingText: string; projection: number } {
  // Lone halves of pairs (a quote cut in two) have no UTF-8: replaced before offsets are counted, so that file and memory agree.
  return { readingText: renderMarkdown(markdown, { projection }).readingText.toWellFormed(), projection }
}
