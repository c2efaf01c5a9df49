// A table of GitHub's Markdown as rows of cells, and back again with its columns lined up. Strings only.

import { isCjk } from '../../../core/markdown/cjk-characters.ts'

export type Alignment = 'none' | 'left' | 'center' | 'right'
/** The first row is the head. Every row has as many cells as `alignments`. */
export type Table = { rows: readonly (readonly string[])[]; alignments: readonly Alignment[] }
/** Where a cell stands in its line: with its leading bar and padding, and its words alone. */
export type CellRange = { from: number; to: number; start: number; end: number }

const DELIMITER = /^:?-+:?$/

/** The cells of one line. A bar after a backslash or in code (`\|` there too, as GitHub has it) separates nothing. */
export function cellRanges(line: string): CellRange[] {
  const bars: number[] = []
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1
    else if (line[at] === '|') bars.push(at)
  }
  const hasLead = bars[0] === line.search(/\S/)
  const hasTail = bars.at(-1) === line.trimEnd().length - 1 && bars.length > (hasLead ? 1 : 0)
  const inner = bars.slice(hasLead ? 1 : 0, hasTail ? -1 : undefined)
  const openings = [hasLead ? (bars[0] ?? 0) : -1, ...inner]
  return openings.map((bar, position) => {
    const next = inner[position]
    const words = line.slice(bar + 1, next ?? (hasTail ? bars.at(-1) : undefined))
    // The place to write in an empty cell is after one space.
    const lead = words.trim() === '' ? Math.min(1, words.length) : words.length - words.trimStart().length
    const start = bar + 1 + lead
    return { from: Math.max(0, bar), to: next ?? line.length, start, end: start + words.trim().length }
  })
}

/** Undefined where the lines are no table: the second must be the row of dashes. */
export function parseTable(lines: readonly string[]): Table | undefined {
  const cells = lines.map((line) => cellRanges(line).map(({ start, end }) => line.slice(start, end)))
  const [head, delimiters, ...body] = cells
  if (!head || !delimiters?.every((cell) => DELIMITER.test(cell))) return undefined
  // What stands beyond the head's columns is not shown by any reader, and still is somebody's text.
  const width = Math.max(...cells.map(({ length }) => length))
  const padded = (row: readonly string[]) => Array.from({ length: width }, (_, column) => row[column] ?? '')
  return { rows: [head, ...body].map(padded), alignments: padded(delimiters).map(alignmentOf) }
}

export function formatTable({ rows, alignments }: Table): string[] {
  const widths = alignments.map((_, column) => Math.max(3, ...rows.map((row) => displayWidth(row[column] ?? ''))))
  const written = rows.map(
    (row) => `| ${alignments.map((alignment, column) => padded(row[column] ?? '', widths[column] ?? 3, alignment)).join(' | ')} |`,
  )
  const dashes = alignments.map((alignment, column) => {
    const width = widths[column] ?? 3
    if (alignment === 'center') return `:${'-'.repeat(width - 2)}:`
    if (alignment === 'right') return `${'-'.repeat(width - 1)}:`
    return alignment === 'left' ? `:${'-'.repeat(width - 1)}` : '-'.repeat(width)
  })
  written.splice(1, 0, `| ${dashes.join(' | ')} |`)
  return written
}

/** Columns of a fixed-width font: Chinese, Japanese and Korean characters and emoji take two, combining marks none. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) {
    if (/^(?:\p{M}|\p{Cf})/u.test(character)) continue
    width += isCjk(character) || /^\p{Emoji_Presentation}/u.test(character) ? 2 : 1
  }
  return width
}

export function insertRow({ rows, alignments }: Table, at: number): Table {
  return { rows: rows.toSpliced(at, 0, emptyRow(alignments.length)), alignments }
}

/** The head cannot go: without it there is no table. */
export function removeRow({ rows, alignments }: Table, at: number): Table {
  return { rows: at === 0 ? rows.with(0, emptyRow(alignments.length)) : rows.toSpliced(at, 1), alignments }
}

export function moveRow({ rows, alignments }: Table, from: number, to: number): Table {
  return { rows: moved(rows, from, to), alignments }
}

export function insertColumn({ rows, alignments }: Table, at: number): Table {
  return { rows: rows.map((row) => row.toSpliced(at, 0, '')), alignments: alignments.toSpliced(at, 0, 'none') }
}

export function removeColumn({ rows, alignments }: Table, at: number): Table {
  return { rows: rows.map((row) => row.toSpliced(at, 1)), alignments: alignments.toSpliced(at, 1) }
}

export function moveColumn({ rows, alignments }: Table, from: number, to: number): Table {
  return { rows: rows.map((row) => moved(row, from, to)), alignments: moved(alignments, from, to) }
}

const nextAlignment: Readonly<Record<Alignment, Alignment>> = { none: 'left', left: 'center', center: 'right', right: 'none' }

export function turnAlignment({ rows, alignments }: Table, column: number): Table {
  return { rows, alignments: alignments.with(column, nextAlignment[alignments[column] ?? 'none']) }
}

/** Cells copied from a spreadsheet, as tabs and line ends; undefined where the text is no such thing. A quoted cell may hold both. */
export function tableFromTabs(text: string): Table | undefined {
  if (!text.includes('\t')) return undefined
  const rows: string[][] = [[]]
  for (const match of text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/g)) {
    const [whole, quoted, plain = '', end] = match
    if (whole === '' && match.index > 0 && !/[\t]$/.test(text.slice(0, match.index))) break
    rows.at(-1)?.push(cellText(quoted?.replaceAll('""', '"') ?? plain))
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  const width = rows[0]?.length ?? 0
  // Prose with a tab in it is no table; a spreadsheet's rows are all of one length.
  if (width < 2 || rows.some((row) => row.length !== width)) return undefined
  return { rows, alignments: Array.from({ length: width }, (_, column) => (isNumeric(rows, column) ? 'right' : 'none')) }
}

export function emptyTable(columns: number, rows: number): Table {
  return { rows: Array.from({ length: rows + 1 }, () => emptyRow(columns)), alignments: emptyRow(columns).map(() => 'none' as const) }
}

function cellText(text: string): string {
  return text
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|')
}

function isNumeric(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.slice(1).map((row) => row[column] ?? '')
  return cells.length > 0 && cells.every((cell) => /^[-+(]?[$€£¥]?[\d.,\s]+[%)]?$/.test(cell))
}

function emptyRow(columns: number): string[] {
  return Array.from({ length: columns }, () => '')
}

function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.toSpliced(from, 1)
  return rest.toSpliced(to, 0, ...items.slice(from, from + 1))
}

function alignmentOf(cell: string): Alignment {
  if (/^:-+:$/.test(cell)) return 'center'
  if (cell.endsWith(':')) return 'right'
  return cell.startsWith(':') ? 'left' : 'none'
}

function padded(cell: string, width: number, alignment: Alignment): string {
  const gap = Math.max(0, width - displayWidth(cell))
  if (alignment === 'right') return ' '.repeat(gap) + cell
  const before = alignment === 'center' ? Math.floor(gap / 2) : 0
  return ' '.repeat(before) + cell + ' '.repeat(gap - before)
}
