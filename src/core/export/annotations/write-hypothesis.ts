// Annotations in the shape of Hypothesis's export file, which its client imports again.

import { addressOf } from './address-of.ts'
import type { AnnotatedSource } from './collect-annotations.ts'
import { footingLink } from './footing-link.ts'
import type { Exporting } from './write-web-annotations.ts'

const user = 'acct:footing@localhost'

export function writeHypothesis(annotated: readonly AnnotatedSource[], notebook: Exporting): string {
  const annotations = annotated.flatMap((each) => each.highlights.map((highlight) => toRow(each, highlight, notebook.id)))
  const whole = { export_date: notebook.now, export_userid: user, client_version: 'footing', annotations }
  return `${JSON.stringify(whole, null, 2)}\n`
}

function toRow(
  { source }: AnnotatedSource,
  { id, passage, comment, tags, state, createdAt, updatedAt }: AnnotatedSource['highlights'][number],
  notebook: string,
) {
  const uri = addressOf(source, notebook)
  const quote = { type: 'TextQuoteSelector', exact: passage.exact, prefix: passage.prefix, suffix: passage.suffix }
  const position = state === 'lost' ? [] : [{ type: 'TextPositionSelector', start: passage.start, end: passage.end }]
  return {
    id: id.slice('highlight:'.length),
    created: toMicroseconds(createdAt),
    updated: toMicroseconds(updatedAt),
    user,
    uri,
    text: comment,
    tags,
    group: '__world__',
    permissions: { read: [user], admin: [user], update: [user], delete: [user] },
    target: [{ source: uri, selector: [...position, quote] }],
    document: { title: [source.title] },
    links: { html: footingLink(source.id, notebook, id), incontext: uri, json: footingLink(source.id, notebook, id) },
    user_info: { display_name: null },
    flagged: false,
    hidden: false,
  }
}

/** As the service writes it: `2025-11-14T02:27:00.000000+00:00`. */
function toMicroseconds(moment: string): string {
  return moment.replace(/(\.\d{3})Z$/, '$1000+00:00')
}
