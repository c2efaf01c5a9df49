// W3C Web Annotation JSON-LD: one annotation, a list, an AnnotationPage, or an AnnotationCollection with its pages inside.

import { languageTag, partialDate } from '../../records/record-fields.ts'
import { normaliseDoi } from '../bibliography/doi.ts'
import type { Parsed, TextFormat } from '../import-item.ts'
import { groupByPage, type PageAnnotation, type PageFacts, pageKey } from './group-by-page.ts'
import { cutTo, toColour, toLine, toTags, toUrl } from './limits.ts'
import { field, firstString, isObject, type JsonObject, listOf, parseJson, stringOf } from './read-json.ts'
import { readSelectors } from './read-selector.ts'

export const webAnnotations: TextFormat = {
  name: 'Web Annotations',
  recognises: (_, head) =>
    /^\ufeff?\s*[[{]/.test(head) && /"(?:https?:\/\/www\.w3\.org\/ns\/anno(?:\.jsonld)?)"|"(?:oa:)?Annotation(?:Page|Collection)?"/.test(head),
  parse: (_, text) => parseWebAnnotations(text),
}

export function parseWebAnnotations(text: string): Parsed {
  const parsed = parseJson(text)
  if (parsed === undefined) return { items: [], notes: ['this is not whole JSON: it may have been cut off'] }
  const passed = new Map<string, number>()
  const facts = new Map<string, PageFacts>()
  const annotations: PageAnnotation[] = []
  for (const annotation of annotationsIn(parsed)) {
    const targets = listOf(field(annotation, 'target'))
    if (targets.length === 0) count(passed, 'annotations have no target')
    for (const [position, target] of targets.entries()) {
      const read = toAnnotation(annotation, target, targets.length > 1 ? `#${position + 1}` : '', passed)
      if (!read) continue
      annotations.push(read)
      const key = pageKey(read.page)
      if (!facts.get(key)?.title) facts.set(key, factsOf(target))
    }
  }
  return {
    items: groupByPage('w3c', annotations, (key) => facts.get(key)),
    notes: [...passed].map(([what, times]) => `${times} ${what}: passed over`),
  }
}

const maxDepth = 20

function* annotationsIn(value: unknown, depth = 0): Generator<JsonObject> {
  if (depth > maxDepth) return
  if (Array.isArray(value)) {
    for (const each of value) yield* annotationsIn(each, depth + 1)
    return
  }
  if (!isObject(value)) return
  if (typesOf(value).includes('Annotation') || field(value, 'target') !== undefined) yield value
  else for (const name of ['first', 'next', 'items', 'as:items', '@graph', 'last']) yield* annotationsIn(field(value, name), depth + 1)
}

function typesOf(value: unknown): string[] {
  return listOf(field(value, 'type') ?? field(value, '@type')).map((type) => stringOf(type).replace(/^(?:oa|as):/, ''))
}

function toAnnotation(annotation: JsonObject, target: unknown, suffix: string, passed: Map<string, number>): PageAnnotation | undefined {
  const page = typeof target === 'string' ? target : firstString(field(target, 'source'), field(target, 'id'), field(target, '@id'))
  if (page === '') {
    count(passed, `targets name no page (${typesOf(target)[0] ?? 'of no type'})`)
    return undefined
  }
  const selector = field(target, 'selector')
  const read = readSelectors(selector)
  if (!read.found) for (const kind of read.passed) count(passed, `passages are given as ${kind}, which cannot be found in a text`)
  const { comment, tags } = readBodies(annotation, passed)
  const id = firstString(field(annotation, 'id'), field(annotation, '@id'))
  return {
    page,
    selector: read.found,
    colour: toColour(firstString(field(target, 'styleClass')).replace(/^footing-/, '')),
    comment,
    tags: toTags(tags),
    origins: id === '' ? [] : [cutTo(`w3c:${id}${suffix}`, 4_000)],
    created: firstString(field(annotation, 'created'), field(annotation, 'modified')).match(/^\d{4}-\d\d-\d\d/)?.[0] ?? '',
  }
}

function readBodies(annotation: JsonObject, passed: Map<string, number>): { comment: string; tags: string[] } {
  const comments: string[] = []
  const tags: string[] = []
  const bodyValue = stringOf(field(annotation, 'bodyValue')).trim()
  if (bodyValue !== '') comments.push(bodyValue)
  const motivations = listOf(field(annotation, 'motivation')).map(stringOf)
  for (const body of listOf(field(annotation, 'body')).flatMap((each) => (typesOf(each).includes('List') ? listOf(field(each, 'items')) : [each]))) {
    const purposes = listOf(field(body, 'purpose')).map(stringOf)
    const text = stringOf(field(body, 'value')).trim()
    const address = typeof body === 'string' ? body : firstString(field(body, 'source'), field(body, 'id'), field(body, '@id'))
    const isTag = purposes.includes('tagging') || (purposes.length === 0 && motivations.length === 1 && motivations[0] === 'tagging')
    if (text !== '') (isTag ? tags : comments).push(text)
    else if (address !== '') (isTag ? tags : comments).push(address)
    else if (body !== null) count(passed, `bodies hold no text (${typesOf(body)[0] ?? 'of no type'})`)
  }
  return { comment: comments.join('\n\n'), tags }
}

/** What our own export says beside the address, and what others say of the resource. */
function factsOf(target: unknown): PageFacts {
  const source = field(target, 'source')
  const both = (name: string) => firstString(field(target, name), field(source, name))
  const language = firstString(field(source, 'language'), field(target, 'dcterms:language'))
  const published = both('dcterms:issued')
  return {
    title: toLine(both('dcterms:title') || both('title') || firstString(field(source, 'label'))),
    authors: [...listOf(field(target, 'dcterms:creator')), ...listOf(field(source, 'dcterms:creator'))]
      .map((name) => toLine(stringOf(name), 500))
      .filter((name) => name !== '')
      .slice(0, 500),
    language: languageTag.safeParse(language).data ?? '',
    doi: normaliseDoi(both('dcterms:identifier')),
    url: toUrl(firstString(source) || stringOf(target)),
    publisher: toLine(both('dcterms:publisher')),
    published: partialDate.safeParse(published).data ?? '',
  }
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1)
}
