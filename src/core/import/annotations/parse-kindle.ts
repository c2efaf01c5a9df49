// Kindle's `My Clippings.txt`: a source per book, with its highlights in order of place and the notes joined to them.

import type { ImportedHighlight, Parsed, SourceItem, TextFormat } from '../import-item.ts'
import { makeExcerpt } from './excerpt.ts'
import { guessLanguage } from './guess-language.ts'
import { type JoinedClipping, joinClippings } from './join-clippings.ts'
import { type KindleEntry, readKindleEntry } from './kindle-entry.ts'
import { counted, cutTo, toLine } from './limits.ts'

export const kindleClippings: TextFormat = {
  name: 'Kindle clippings',
  recognises: (_, head) => {
    const lines = head.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
    return lines.includes('==========') && readKindleEntry(lines.slice(0, lines.indexOf('=========='))) !== undefined
  },
  parse: (_, text) => parseKindle(text),
}

/** The quote of a highlight beyond the share of a book that its publisher lets people copy. */
const overLimit = /^<[^<>]*(?:limit|limite|límite|上限|限制|制限)[^<>]*>$/i

export function parseKindle(text: string): Parsed {
  const notes: string[] = []
  const byBook = new Map<string, KindleEntry[]>()
  let bookmarks = 0
  let limited = 0
  let unread = 0
  for (const lines of entriesOf(text)) {
    const entry = readKindleEntry(lines)
    if (!entry) unread += 1
    else if (entry.kind === 'bookmark') bookmarks += 1
    else if (overLimit.test(entry.text)) limited += 1
    else {
      const key = bookKey(entry)
      const held = byBook.get(key)
      if (held) held.push(entry)
      else byBook.set(key, [entry])
    }
  }
  if (bookmarks > 0) notes.push(`${counted(bookmarks, 'bookmark')} passed over: they hold no words`)
  if (limited > 0) notes.push(`${counted(limited, 'highlight')} without words: Kindle leaves them out beyond the publisher's limit`)
  if (unread > 0) notes.push(`${counted(unread, 'entry', 'entries')} not understood`)
  return { items: [...byBook.values()].map((entries) => toItem(entries)), notes }
}

function* entriesOf(text: string): Generator<string[]> {
  let lines: string[] = []
  // Kindles put a byte order mark before entries as well as before the file.
  for (const line of text.replaceAll('\ufeff', '').split(/\r\n|\r|\n/)) {
    if (/^={10,}\s*$/.test(line)) {
      if (lines.some((each) => each.trim() !== '')) yield lines
      lines = []
    } else lines.push(line)
  }
  if (lines.some((each) => each.trim() !== '')) yield lines
}

function bookKey({ book, author }: KindleEntry): string {
  return `${book}|${author}`.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
}

function toItem(entries: readonly KindleEntry[]): SourceItem {
  const { book, author } = entries[0] as KindleEntry
  const title = toLine(book) || 'Untitled'
  const { highlights, alone } = joinClippings(entries)
  const excerpt = makeExcerpt(title, 'passages', [
    ...highlights.map((each) => ({ quote: each.text, place: placeOf(each) })),
    ...alone.map((note) => ({ remark: [placeOf(note), note.text].filter((part) => part !== '').join(': ') })),
  ])
  const key = bookKey(entries[0] as KindleEntry)
  return {
    kind: 'source',
    origins: [cutTo(`kindle:${key}`, 4_000)],
    fields: {
      title,
      authors: authorsOf(author),
      kind: 'book',
      language: guessLanguage(highlights.map(({ text }) => text).join(' ') || title),
    },
    markdown: excerpt.markdown,
    isExcerpt: true,
    highlights: highlights.flatMap((each, position): ImportedHighlight[] => {
      const placed = excerpt.quotes[position]
      if (!placed || placed.quote === '' || placed.quote.length > 100_000) return []
      return [{ ...placed, colour: 'yellow', comment: cutTo(each.notes.join('\n\n'), 100_000), tags: [], origins: originsOf(key, each) }]
    }),
  }
}

/** The words are part of the name: a place in a book holds more than one highlight. */
function originsOf(key: string, clipping: JoinedClipping): string[] {
  const names = [clipping, ...clipping.earlier].map(({ from, page, text }) => {
    const words = text.normalize('NFKC').replace(/\s+/g, ' ').toLowerCase()
    return cutTo(`kindle:${cutTo(key, 500)}#${from ?? page ?? ''}:${cutTo(words, 80)}`, 4_000)
  })
  return [...new Set(names)].slice(0, 100)
}

/** `Son, Masayoshi; Smith, Jane`: parted by semicolons, or by `and`. */
function authorsOf(author: string): string[] {
  return author
    .split(/\s*[;；]\s*|\s+and\s+|\s*、\s*/)
    .map((name) => toLine(name, 500))
    .filter((name) => name !== '')
    .slice(0, 500)
}

function placeOf({ page, from, to }: KindleEntry): string {
  const isLocation = from !== undefined && page !== String(from)
  const location = isLocation ? `Location ${from}${to !== undefined && to !== from ? `–${to}` : ''}` : ''
  return [page === undefined ? '' : `Page ${page}`, location].filter((part) => part !== '').join(' · ')
}
