// One place that was found: which field, and the match marked within its surroundings.

import type { SearchHit } from '../../../core/contract/questions.ts'
import { enSearch } from '../../strings/en-search.ts'
import classes from './search-view.module.css'

export function SearchHitRow({ hit, onOpen }: { hit: SearchHit; onOpen: (hit: SearchHit) => void }) {
  return (
    <button type="button" data-row className={classes.hit} onClick={() => onOpen(hit)}>
      <span className={classes.field}>{enSearch.fields[hit.field] ?? hit.field}</span>
      <span className={classes.context}>
        {hit.before}
        <mark className={classes.match}>{hit.match}</mark>
        {hit.after}
      </span>
    </button>
  )
}
