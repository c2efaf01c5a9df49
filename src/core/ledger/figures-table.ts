// Figures as a table for other programs: Markdown for reports, CSV for spreadsheets.

import type { FigureRow } from '../queries/ledger-queries.ts'
import type { Language } from '../strings/language.ts'
import { amountWords, timeWords } from './amount-words.ts'

type Words = Language['figures']

/** Titles and rows in one order: what is written, what it says, when, where it stands, and how it agrees. */
export function figuresTable(figures: readonly FigureRow[], words: Words): string[][] {
  const { metric, written, value, asOf, basis, source, agreement, entity } = words.columns
  return [
    [metric, entity, written, value, asOf, basis, source, agreement],
    ...figures.map((figure) => [
      figure.metricName,
      figure.entityName,
      figure.written,
      amountWords(figure.amount),
      figure.asOf ? timeWords(figure.asOf) : '',
      words.bases[figure.basis],
      figure.citekey,
      words.states[figure.state],
    ]),
  ]
}

export function markdownTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownCell).join(' | ')} |`
  return `${[line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n')}\n`
}

function markdownCell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
}

/** RFC 4180, with a byte order mark, without which spreadsheets read Chinese as Latin. */
export function csvTable(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`
}

/**
 * Spreadsheets run what begins with = + - @ (also in full width) or follows a tab or a line break at the beginning: an apostrophe before it makes it
 * text (OWASP, CSV injection). A plain negative number is one all the same.
 */
function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
