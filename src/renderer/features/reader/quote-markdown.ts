// A quote as Markdown: shown word for word wherever it is pasted, with the citation that leads back to it.

import { textPiece, writePieces } from '../../../core/export/plain-in-markdown.ts'

export type Quoted = { exact: string; citekey: string; number: number }

function citationOf({ citekey, number }: Pick<Quoted, 'citekey' | 'number'>): string {
  return `[@${citekey}#h${number}]`
}

/** As a block quote, each paragraph of the passage on its own, and the citation under it. */
export function quoteAsBlock(quoted: Quoted): string {
  const paragraphs = quoted.exact.split(/\s*[\n\t]\s*/).filter((line) => line !== '')
  const lines = paragraphs.map((line) => `> ${writePieces([textPiece(line)])}`)
  return `${lines.join('\n>\n')}\n\n${citationOf(quoted)}\n`
}

/** On one line, in quotation marks, for the clipboard. */
export function quoteInLine(quoted: Quoted): string {
  return `“${writePieces([textPiece(quoted.exact.replace(/\s+/g, ' '))])}” ${citationOf(quoted)}`
}
