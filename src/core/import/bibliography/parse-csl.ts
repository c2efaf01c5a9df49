// CSL-JSON: a list of items, one item, or the items of an export that wraps them (`{items: […]}`).

import { field, isObject, type JsonObject, listOf, parseJson, stringOf } from '../annotations/read-json.ts'
import type { Parsed, TextFormat } from '../import-item.ts'
import { type CslDate, type CslItem, type CslName, cslTextFields } from './csl-item.ts'
import { sourceOfCsl } from './source-of-csl.ts'

export const cslJson: TextFormat = {
  name: 'CSL-JSON bibliography',
  recognises: (_, head) =>
    /^\ufeff?\s*[[{]/.test(head) &&
    /"type"\s*:\s*"(?:article|book|chapter|webpage|report|thesis|paper|post|entry|legal|legislation|bill|interview|speech|broadcast|dataset|document|manuscript|motion|patent|review|song|standard|treaty|map|figure|graphic|pamphlet|periodical|personal|performance|regulation|software|hearing|event|classic|collection)[a-z_-]*"/.test(
      head,
    ) &&
    /"(?:title|issued|author|DOI|container-title)"\s*:/.test(head),
  parse: (_, text) => parseCsl(text),
}

export function parseCsl(text: string): Parsed {
  const parsed = parseJson(text)
  if (parsed === undefined) return { items: [], notes: ['this is not whole JSON: it may have been cut off'] }
  const given = Array.isArray(parsed) ? parsed : listOf(field(parsed, 'items') ?? field(parsed, 'references') ?? parsed)
  const items = given.filter(isObject)
  const notes = given.length > items.length ? [`${given.length - items.length} entries are no items and were passed over`] : []
  return { items: items.map((item) => sourceOfCsl(readItem(item))), notes }
}

/** Only the fields that CSL has, each in its shape: what is kept goes out again, and must be what others can read. */
function readItem(given: JsonObject): CslItem {
  const item: CslItem = {
    id: stringOf(field(given, 'citation-key')) || stringOf(field(given, 'id')),
    type: stringOf(field(given, 'type')) || 'document',
  }
  for (const name of cslTextFields) {
    const value = stringOf(field(given, name)).trim()
    if (value !== '') item[name] = value
  }
  for (const name of ['author', 'editor', 'translator'] as const) {
    const people = listOf(field(given, name))
      .map(readPerson)
      .filter((person) => person !== undefined)
    if (people.length > 0) item[name] = people
  }
  for (const name of ['issued', 'accessed', 'original-date'] as const) {
    const date = readDate(field(given, name))
    if (date) item[name] = date
  }
  return item
}

function readPerson(given: unknown): CslName | undefined {
  if (typeof given === 'string') return given.trim() === '' ? undefined : { literal: given.trim() }
  const person: CslName = {}
  for (const name of ['family', 'given', 'suffix', 'literal', 'non-dropping-particle', 'dropping-particle'] as const) {
    const value = stringOf(field(given, name)).trim()
    if (value !== '') person[name] = value
  }
  return Object.keys(person).length > 0 ? person : undefined
}

function readDate(given: unknown): CslDate | undefined {
  if (typeof given === 'string' || typeof given === 'number') return { raw: String(given) }
  const parts = listOf(field(given, 'date-parts'))
    .slice(0, 2)
    .map((part) => listOf(part).slice(0, 3).map(Number))
    .filter((part) => part.length > 0 && part.every(Number.isInteger))
  if (parts.length > 0) return { 'date-parts': parts }
  const raw = stringOf(field(given, 'raw')) || stringOf(field(given, 'literal'))
  return raw === '' ? undefined : { raw }
}
