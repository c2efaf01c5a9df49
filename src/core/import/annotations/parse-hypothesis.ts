// Hypothesis: rows of its API's search (`{total, rows}`), its export file (`{annotations}`), or a bare list of them.

import { normaliseDoi } from '../bibliography/doi.ts'
import type { Parsed, TextFormat } from '../import-item.ts'
import { groupByPage, type PageAnnotation, type PageFacts, pageKey } from './group-by-page.ts'
import { counted, cutTo, toLine, toTags, toUrl } from './limits.ts'
import { field, firstString, isObject, type JsonObject, listOf, parseJson, stringOf } from './read-json.ts'
import { readSelectors } from './read-selector.ts'

export const hypothesisJson: TextFormat = {
  name: 'Hypothesis annotations',
  // The context is JSON-LD's, whose annotations are of another shape.
  recognises: (_, head) =>
    /^\ufeff?\s*[[{]/.test(head) &&
    /"uri"\s*:/.test(head) &&
    /"(?:rows|annotations|target|permissions|user)"\s*:/.test(head) &&
    !/"@context"/.test(head),
  parse: (_, text) => parseHypothesis(text),
}

export function parseHypothesis(text: string): Parsed {
  const parsed = parseJson(text)
  if (parsed === undefined) return { items: [], notes: ['this is not whole JSON: it may have been cut off'] }
  const rows = listOf(Array.isArray(parsed) ? parsed : (field(parsed, 'rows') ?? field(parsed, 'annotations') ?? parsed)).filter(isObject)
  const notes: string[] = []
  const facts = new Map<string, PageFacts>()
  const annotations: PageAnnotation[] = []
  const byId = new Map<string, PageAnnotation>()
  const replies: JsonObject[] = []
  const passed = new Map<string, number>()
  for (const row of rows) {
    if (listOf(field(row, 'references')).length > 0) {
      replies.push(row)
      continue
    }
    const annotation = toAnnotation(row, passed)
    if (!annotation) {
      count(passed, 'no address')
      continue
    }
    annotations.push(annotation)
    byId.set(stringOf(field(row, 'id')), annotation)
    const key = pageKey(annotation.page)
    if (!facts.get(key)?.title) facts.set(key, factsOf(row))
  }
  addReplies(replies, byId, notes)
  for (const [what, times] of passed) notes.push(`${counted(times, 'annotation')} with ${what}: passed over`)
  return { items: groupByPage('hypothesis', annotations, (key) => facts.get(key)), notes }
}

function toAnnotation(row: JsonObject, passed: Map<string, number>): PageAnnotation | undefined {
  const target = listOf(field(row, 'target')).find(isObject)
  const page = firstString(field(row, 'uri'), field(target, 'source'))
  if (page === '') return undefined
  const comment = stringOf(field(row, 'text')).trim()
  const { found } = readSelectors(field(target, 'selector'))
  const selectors = listOf(field(target, 'selector'))
  // A page note has no selectors; one with others than quotes is a place that words cannot say.
  if (!found && selectors.length > 0 && comment === '') count(passed, 'no quote')
  const id = stringOf(field(row, 'id'))
  return {
    page,
    selector: found,
    colour: 'yellow',
    comment,
    tags: toTags(listOf(field(row, 'tags')).map(stringOf)),
    origins: id === '' ? [] : [cutTo(`hypothesis:${id}`, 4_000)],
    created: stringOf(field(row, 'created')).match(/^\d{4}-\d\d-\d\d/)?.[0] ?? '',
  }
}

function factsOf(row: JsonObject): PageFacts {
  const document = field(row, 'document')
  const dc = field(document, 'dc')
  const highwire = field(document, 'highwire')
  const title = firstString(field(document, 'title'), field(highwire, 'title'), field(dc, 'title'))
  const links = listOf(field(document, 'link')).map((link) => stringOf(field(link, 'href')))
  const doi = [stringOf(firstString(field(highwire, 'doi'))), firstString(field(dc, 'identifier')), ...links]
    .map(normaliseDoi)
    .find((each) => each !== '')
  return {
    title: toLine(title),
    authors: listOf(field(highwire, 'author') ?? field(dc, 'creator'))
      .map((name) => toLine(stringOf(name), 500))
      .filter((name) => name !== '')
      .slice(0, 500),
    language: '',
    doi: doi ?? '',
    // Of a PDF on disk only its fingerprint is the address; the export knows where it came from.
    url: [stringOf(field(row, 'uri')), ...links].map(toUrl).find((url) => url !== '') ?? '',
  }
}

/** Others' answers go below the comment that they answer, each with who said it, since a highlight has one comment. */
function addReplies(replies: readonly JsonObject[], byId: ReadonlyMap<string, PageAnnotation>, notes: string[]): void {
  let lost = 0
  const inOrder = replies.toSorted((one, other) => (stringOf(field(one, 'created')) < stringOf(field(other, 'created')) ? -1 : 1))
  for (const reply of inOrder) {
    const answered = listOf(field(reply, 'references')).map((id) => byId.get(stringOf(id)))
    const owner = answered.find((each) => each !== undefined)
    const text = stringOf(field(reply, 'text')).trim()
    if (!owner) lost += 1
    else if (text !== '') owner.comment += `${owner.comment === '' ? '' : '\n\n'}${userName(reply)}: ${text}`
  }
  if (lost > 0) notes.push(`${counted(lost, 'reply', 'replies')} to annotations that are not in this file: passed over`)
}

/** `acct:name@hypothes.is` to the name. */
function userName(row: JsonObject): string {
  const shown = toLine(firstString(field(field(row, 'user_info'), 'display_name')))
  return shown || toLine(stringOf(field(row, 'user')).replace(/^acct:|@.*$/g, '')) || 'Reply'
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1)
}
