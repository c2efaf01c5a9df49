// The notes that link to this insight, each with the sentence in which it does.

import type { RecordId } from '../../../core/records/record-id.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { strings } from '../../strings/strings.ts'
import { languageOf } from './guess-language.ts'
import classes from './insight-pane.module.css'

type BacklinksProps = { insight: RecordId<'insight'>; title: string; onOpenInsight: (id: RecordId<'insight'>) => void }

export function Backlinks({ insight, title, onOpenInsight }: BacklinksProps) {
  const { value = [] } = useAnswer('backlinks', { insight })
  if (value.length === 0) return null
  return (
    <section aria-label={strings.insights.linkedFromTo(title)}>
      <h3 className={classes.sectionTitle}>{strings.insights.linkedFrom}</h3>
      <ul className={classes.backlinks}>
        {value.map(({ id, title: name, before, match, after }) => (
          <li key={id}>
            <button type="button" data-opens className={classes.backlink} lang={languageOf(name)} onClick={() => onOpenInsight(id)}>
              {name.trim() || strings.insights.untitled}
            </button>
            <p className={classes.backlinkText} lang={languageOf(before + after)}>
              {before}
              <mark>{match}</mark>
              {after}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
