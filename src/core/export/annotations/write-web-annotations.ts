// W3C Web Annotation JSON-LD: an AnnotationCollection with one page. Every annotation carries the context too, so that it stands when it is cut out.

import { highlightColours } from '../../records/highlight.ts'
import { addressOf } from './address-of.ts'
import type { AnnotatedSource } from './collect-annotations.ts'
import { footingLink } from './footing-link.ts'

const context = 'http://www.w3.org/ns/anno.jsonld'

// CSS has colours of these names.
const stylesheet = {
  type: 'CssStylesheet',
  value: highlightColours.map((colour) => `.footing-${colour} { background-color: ${colour} }`).join('\n'),
}

export type Exporting = { id: string; title: string; now: string }

export function writeWebAnnotations(annotated: readonly AnnotatedSource[], notebook: Exporting): string {
  const items = annotated.flatMap((each) => each.highlights.map((highlight) => toAnnotation(each, highlight, notebook.id)))
  const collection = `footing://show/?notebook=${encodeURIComponent(notebook.id).replaceAll('%3A', ':')}`
  const page = {
    id: `${collection}#page-1`,
    type: 'AnnotationPage',
    partOf: collection,
    startIndex: 0,
    items,
  }
  const whole = {
    '@context': context,
    id: collection,
    type: 'AnnotationCollection',
    label: notebook.title,
    total: items.length,
    // The model wants no page where there is nothing on it.
    ...(items.length > 0 ? { first: page, last: page.id } : {}),
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}

function toAnnotation({ source }: AnnotatedSource, highlight: AnnotatedSource['highlights'][number], notebook: string) {
  const { passage, comment, tags, state, colour } = highlight
  const quote = { type: 'TextQuoteSelector', exact: passage.exact, prefix: passage.prefix, suffix: passage.suffix }
  // Where a highlight is lost its offsets mean nothing; else they count in the text that the notebook has of the source.
  const position = state === 'lost' ? [] : [{ type: 'TextPositionSelector', start: passage.start, end: passage.end }]
  const bodies = [
    ...(comment === '' ? [] : [{ type: 'TextualBody', value: comment, format: 'text/markdown', purpose: 'commenting' }]),
    ...tags.map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' })),
  ]
  return {
    '@context': context,
    id: footingLink(source.id, notebook, highlight.id),
    type: 'Annotation',
    motivation: comment === '' ? 'highlighting' : 'commenting',
    created: withoutMilliseconds(highlight.createdAt),
    modified: withoutMilliseconds(highlight.updatedAt),
    stylesheet,
    ...(bodies.length > 0 ? { body: bodies } : {}),
    target: {
      type: 'SpecificResource',
      source: addressOf(source, notebook),
      selector: [quote, ...position],
      styleClass: `footing-${colour}`,
      // What a reader of the file wants to know of the page. The context of annotations knows Dublin Core by this prefix.
      'dcterms:title': source.title,
      ...(source.authors.length > 0 ? { 'dcterms:creator': source.authors } : {}),
      ...(source.publisher === '' ? {} : { 'dcterms:publisher': source.publisher }),
      ...(source.published === '' ? {} : { 'dcterms:issued': source.published }),
      ...(source.language === '' ? {} : { 'dcterms:language': source.language }),
      ...(source.doi ? { 'dcterms:identifier': `https://doi.org/${source.doi}` } : {}),
    },
  }
}

/** The time as the model's tests read it: to the second, in UTC. */
function withoutMilliseconds(moment: string): string {
  return moment.replace(/\.\d{3}Z$/, 'Z')
}
