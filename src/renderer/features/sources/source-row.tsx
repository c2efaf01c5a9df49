// One source in the list.

import type { SourceRow as Row } from '../../../core/queries/source-queries.ts'
import { strings } from '../../strings/strings.ts'
import { languageOfTitle } from '../../ui/guess-language.ts'
import { showPartialDate } from '../../ui/partial-date.ts'
import classes from './source-list.module.css'

export function SourceRow({ source }: { source: Row }) {
  const { citekey, title, language, publisher, published, highlightCount, insightCount } = source
  const facts = [publisher, published && showPartialDate(published)].filter((fact) => fact !== '')
  return (
    <div className={classes.row}>
      <div className={classes.title} lang={languageOfTitle(title, language)}>
        {title || strings.sources.untitled}
      </div>
      {facts.length > 0 && <div className={classes.facts}>{facts.join(' · ')}</div>}
      <div className={classes.counts}>
        <span className={classes.citekey}>{citekey}</span>
        <span>{strings.sources.highlights(highlightCount)}</span>
        <span>{strings.sources.insights(insightCount)}</span>
      </div>
    </div>
  )
}
