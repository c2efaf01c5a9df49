// One record that was found: its title, and the places in it with the match marked in its surroundings.

import type { SearchHit } from '../../../core/contract/questions.ts'
import { strings } from '../../strings/strings.ts'
import { asRead } from './as-read.ts'
import type { FoundRecord } from './group-hits.ts'
import classes from './search-view.module.css'

export function FoundRecordCard({ record: { title, hits }, onOpen }: { record: FoundRecord; onOpen: (hit: SearchHit) => void }) {
  // A match in the title is marked there instead of being said twice, where the host has not shortened it.
  const { citekey } = hits[0] ?? {}
  const inTitle = hits.find((hit) => hit.field === 'title' && `${hit.before}${hit.match}${hit.after}` === title)
  return (
    <article className={classes.record}>
      <h4 className={classes.title}>
        {inTitle ? (
          <button type="button" data-row data-opens className={classes.titleHit} onClick={() => onOpen(inTitle)}>
            <Marked hit={inTitle} />
          </button>
        ) : (
          <span className={classes.plainTitle}>{title || strings.search.untitled}</span>
        )}
        {citekey !== undefined && <span className={classes.citekey}>{citekey}</span>}
      </h4>
      {hits
        .filter((hit) => hit !== inTitle)
        .map((hit, position) => (
          <button key={`${hit.field} ${hit.start ?? position}`} type="button" data-row data-opens className={classes.hit} onClick={() => onOpen(hit)}>
            <span className={classes.field}>{strings.search.fields[hit.field] ?? hit.field}</span>
            <span className={classes.context}>
              <Marked hit={hit} />
            </span>
          </button>
        ))}
    </article>
  )
}

/** Notes and prose are Markdown, and are shown as they would be read. */
function Marked({ hit }: { hit: SearchHit }) {
  const { before, match, after } = hit.field === 'body' || hit.field === 'prose' ? asRead(hit) : hit
  return (
    <>
      {before}
      <mark className={classes.match}>{match}</mark>
      {after}
    </>
  )
}
