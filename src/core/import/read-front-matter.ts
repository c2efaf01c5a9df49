// What a source's record can take from YAML front matter. What is not understood is named, never guessed.

import { LineCounter, parseDocument } from 'yaml'
import { languageTag, partialDate } from '../records/record-fields.ts'
import { citekeySchema, sourceKinds } from '../records/source.ts'

export type FrontMatter = {
  title?: string
  authors?: string[]
  published?: string
  url?: string
  publisher?: string
  language?: string
  citekey?: string
  kind?: (typeof sourceKinds)[number]
}

/** `topics` and `aliases` are what a note of a vault calls tags and other names; a source has neither. */
export type ReadFrontMatter = { fields: FrontMatter; topics: string[]; aliases: string[]; notes: string[]; isDamaged: boolean }

const nothing = { fields: {}, topics: [], aliases: [] }

/** Reads YAML without its fences. `isDamaged` where it is no YAML mapping: then nothing of it can be used. */
export function readFrontMatter(yaml: string): ReadFrontMatter {
  const lineCounter = new LineCounter()
  const parsed = parseDocument(yaml, { lineCounter, prettyErrors: false, logLevel: 'silent' })
  const [error] = parsed.errors
  if (error) {
    const { line } = lineCounter.linePos(error.pos[0])
    return { ...nothing, notes: [`its front matter is no YAML (line ${line + 1}) and was kept as text`], isDamaged: true }
  }
  let values: unknown
  try {
    values = parsed.toJS({ mapAsMap: true, maxAliasCount: 100 })
  } catch {
    values = undefined
  }
  if (values === null) return { ...nothing, notes: [], isDamaged: false }
  if (!(values instanceof Map)) return { ...nothing, notes: ['its front matter is no list of fields and was kept as text'], isDamaged: true }
  return { ...readFields(values), isDamaged: false }
}

function readFields(values: Map<unknown, unknown>): Omit<ReadFrontMatter, 'isDamaged'> {
  const byName = new Map([...values].map(([name, value]) => [String(name).toLowerCase(), value]))
  const first = (...names: string[]) => names.map((name) => byName.get(name)).find((value) => value !== undefined && value !== null && value !== '')
  const fields: FrontMatter = {}
  const notes: string[] = []
  const take = <Name extends keyof FrontMatter>(name: Name, given: unknown, read: (given: unknown) => FrontMatter[Name] | undefined) => {
    if (given === undefined) return
    const value = read(given)
    if (value === undefined) notes.push(`the ${name} of its front matter was not understood`)
    else fields[name] = value
  }
  take('title', first('title'), (given) => scalar(given)?.slice(0, 2_000))
  take('authors', first('authors', 'author'), readAuthors)
  take('published', first('date', 'published'), readDate)
  take('url', first('url', 'source_url', 'link'), readUrl)
  take('publisher', first('publisher'), (given) => scalar(given)?.slice(0, 2_000))
  take('language', first('lang', 'language'), (given) => languageTag.safeParse(scalar(given)?.replaceAll('_', '-')).data)
  take('citekey', first('citekey', 'citation-key'), (given) => citekeySchema.safeParse(scalar(given)?.replace(/^@/, '')).data)
  const kind = sourceKinds.find((each) => each === scalar(first('kind', 'type'))?.toLowerCase())
  if (kind) fields.kind = kind
  return { fields, topics: readTopics(first('tags', 'tag', 'topics')), aliases: readAliases(first('aliases', 'alias')), notes }
}

/** Obsidian takes a list, or words parted by commas and spaces, with or without `#`. */
function readTopics(given: unknown): string[] {
  const list = Array.isArray(given) ? given : (scalar(given)?.split(/[\s,，、]+/u) ?? [])
  return [...new Set(list.flatMap((each) => scalar(each)?.replace(/^#+/, '').slice(0, 200) || []))].slice(0, 200)
}

function readAliases(given: unknown): string[] {
  const list = Array.isArray(given) ? given : (scalar(given)?.split(/\s*,\s*/) ?? [])
  return [...new Set(list.flatMap((each) => scalar(each)?.slice(0, 2_000) || []))].slice(0, 100)
}

function scalar(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined
  const text = String(value).trim().replace(/\s+/g, ' ')
  return text === '' ? undefined : text
}

/** A name, a list of names, or a list of `{name}` or `{given, family}`; in one string names are parted by `;` or ` and `, since commas stand inside names. */
function readAuthors(given: unknown): string[] | undefined {
  const list = Array.isArray(given) ? given : (scalar(given)?.split(/\s*;\s*|\s+and\s+|、/) ?? [given])
  const names = list.map((each) => {
    if (!(each instanceof Map)) return scalar(each)
    const name = scalar(each.get('name') ?? each.get('literal'))
    return name ?? ([scalar(each.get('given')), scalar(each.get('family'))].filter((part) => part !== undefined).join(' ') || undefined)
  })
  return names.every((name) => name !== undefined && name !== '' && name.length <= 500) ? (names as string[]) : undefined
}

/** `2025`, `2025-11`, `2025-11-14`, or the day of a longer ISO moment; `/` and `.` do for `-`. */
function readDate(given: unknown): string | undefined {
  const text = scalar(given)
  const match = text && /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ].*)?)?)?$/.exec(text)
  if (!match) return undefined
  const [, year = '', month, day] = match
  const date = [year, ...[month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]))].join('-')
  // 2025-02-30 is a day to Date, but another one; 2025-13-01 is none.
  const moment = new Date(`${date}T00:00:00.000Z`)
  const exists = date.length < 10 || (!Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date))
  return exists ? partialDate.safeParse(date).data : undefined
}

function readUrl(given: unknown): string | undefined {
  const url = typeof given === 'string' ? given.trim() : ''
  return /^https?:\/\/[^\s]+$/i.test(url) && URL.canParse(url) && url.length <= 4_000 ? url : undefined
}
