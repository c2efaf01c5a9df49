// How a citation is named where its Markdown is not shown.

import type { CitationItem } from '../../../core/markdown/citation-syntax.ts'

/** `sina2025-exit h7`, or the citekey alone for a source as a whole. */
export function labelOf({ citekey, highlight }: CitationItem): string {
  return highlight === undefined ? citekey : `${citekey} h${highlight}`
}
