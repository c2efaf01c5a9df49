// Copies Markdown as what other programs take: formatted text for a word processor, with the Markdown itself beside it for everything else.

import type { QuestionAnswers } from '../../core/contract/questions.ts'
import { renderMarkdown } from '../../core/markdown/render-markdown.ts'
import { copyText } from './download.ts'
import { sanitise } from './sanitise.ts'

/** `text/html`, sanitised, and `text/plain`, as it reads. False where the browser does not allow it. */
export async function copyRich(markdown: string): Promise<boolean> {
  const { html, readingText } = renderMarkdown(markdown)
  const parts = { 'text/html': String(sanitise(html)), 'text/plain': readingText }
  const blobs = Object.entries(parts).map(([type, text]) => [type, new Blob([text], { type })] as const)
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
    return true
  } catch {
    return false
  }
}

/** One per line: the quote, where it comes from, and the citation as a note writes it. */
export function copyReferences(references: QuestionAnswers['references']): Promise<boolean> {
  return copyText(references.map(({ quote, reference, pandoc }) => `${quote === undefined ? '' : `“${quote}” — `}${reference} ${pandoc}`).join('\n'))
}
