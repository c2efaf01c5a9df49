// Readwise's CSV export: a row per highlight, a source per book or article.

import { parse } from 'csv-parse/browser/esm/sync'
import type { ImportedHighlight, Parsed, SourceItem, TextFormat } from '../import-item.ts'
import { type ExcerptPart, makeExcerpt } from './excerpt.ts'
import { guessLanguage } from './guess-language.ts'
import { counted, cutTo, toColour, toLine, toTags, toUrl } from './limits.ts'

export const readwiseTable: TextFormat = {
  name: 'Readwise highlights',
  recognises: (_, head) => {
    const names = (head.replace(/^\ufeff/, '').split(/\r\n|\r|\n/, 1)[0] ?? '').split(',').map((name) => name.replace(/^\s*"|"\s*$/g, '').trim())
    return names.includes('Highlight') && names.includes('Book Title')
  },
  parse: (_, text) => parseReadwise(text),
}

type Row = ReadonlyMap<string, string>

export function parseReadwise(text: string): Parsed {
  const notes: string[] = []
  const [names = [], ...lines] = readTable(text, notes)
  const columns = names.map((name) => name.trim().toLowerCase())
  const bySource = new Map<string, Row[]>()
  let empty = 0
  for (const line of lines) {
    const row: Row = new Map(columns.map((name, position) => [name, line[position] ?? '']))
    if (cell(row, 'highlight') === '') {
      if (line.some((value) => value.trim() !== '')) empty += 1
      continue
    }
    const key = sourceKey(row)
    const held = bySource.get(key)
    if (held) held.push(row)
    else bySource.set(key, [row])
  }
  if (empty > 0) notes.push(`${counted(empty, 'row')} without a highlight`)
  return { items: [...bySource].map(([key, rows]) => toItem(key, rows)), notes }
}

function readTable(text: string, notes: string[]): string[][] {
  try {
    return parse(text, { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: 2_000_000 })
  } catch (error) {
    notes.push(`the table breaks off: ${error instanceof Error ? error.message : String(error)}`)
    // A quote that is never closed takes all that follows it into one cell: what stands before it is whole.
    const whole = readWholeRows(text)
    return whole
  }
}

/** The rows before the one that cannot be read. */
function readWholeRows(text: string): string[][] {
  const rows: string[][] = []
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 2_000_000,
      on_record: (record: string[]) => {
        rows.push(record)
        return null
      },
    })
  } catch {
    // Told already.
  }
  return rows
}

function cell(row: Row, ...names: string[]): string {
  return names.map((name) => row.get(name)?.trim() ?? '').find((value) => value !== '') ?? ''
}

function sourceKey(row: Row): string {
  const url = urlOf(row)
  const asin = cell(row, 'amazon book id')
  const named = `${cell(row, 'book title')}|${cell(row, 'book author')}`.normalize('NFKC').replace(/\s+/g, ' ').toLowerCase()
  return cutTo(asin !== '' ? `asin:${asin}` : url !== '' ? url : named, 3_000)
}

function urlOf(row: Row): string {
  return toUrl(cell(row, 'source url', 'document url', 'url', 'book url', 'unique url'))
}

function toItem(key: string, given: readonly Row[]): SourceItem {
  const rows = given.toSorted((one, other) => placeNumber(one) - placeNumber(other))
  const first = rows[0] as Row
  const title = toLine(cell(first, 'book title')) || 'Untitled'
  const parts: ExcerptPart[] = rows.map((row) => ({ quote: cell(row, 'highlight'), place: placeOf(row) }))
  const { markdown, quotes } = makeExcerpt(title, 'passages', parts)
  return {
    kind: 'source',
    origins: [`readwise:${key}`],
    fields: {
      title,
      authors: cell(first, 'book author')
        .split(/\s*[;；]\s*|\s*,\s+and\s+|\s+and\s+|\s*、\s*/)
        .map((name) => toLine(name, 500))
        .filter((name) => name !== '')
        .slice(0, 500),
      url: urlOf(first),
      kind: cell(first, 'amazon book id') !== '' || /^(location|page)$/i.test(cell(first, 'location type')) ? 'book' : 'article',
      language: guessLanguage(rows.map((row) => cell(row, 'highlight')).join(' ')),
    },
    markdown,
    isExcerpt: true,
    highlights: rows.flatMap((row, position): ImportedHighlight[] => {
      const placed = quotes[position]
      if (!placed || placed.quote === '' || placed.quote.length > 100_000) return []
      return [
        {
          ...placed,
          colour: toColour(cell(row, 'color', 'colour')),
          comment: cutTo(cell(row, 'note'), 100_000),
          tags: toTags([...cell(row, 'tags').split(/\s*,\s*/), ...cell(row, 'document tags').split(/\s*,\s*/)]),
          origins: [originOf(key, row)],
        },
      ]
    }),
  }
}

function originOf(key: string, row: Row): string {
  const words = cell(row, 'highlight').normalize('NFKC').replace(/\s+/g, ' ').toLowerCase()
  return cutTo(`readwise:${cutTo(key, 1_000)}#${cell(row, 'location')}:${cutTo(words, 120)}`, 4_000)
}

function placeNumber(row: Row): number {
  const number = Number(cell(row, 'location') || Number.NaN)
  return Number.isFinite(number) ? number : Number.MAX_SAFE_INTEGER
}

/** Of the types that Readwise has, `order` counts the highlights themselves and says nothing of the text. */
function placeOf(row: Row): string {
  const type = cell(row, 'location type').toLowerCase()
  const location = cell(row, 'location')
  if (location === '' || type === 'order' || type === '' || type === 'none') return ''
  return type === 'page' ? `Page ${location}` : type === 'location' ? `Location ${location}` : ''
}
