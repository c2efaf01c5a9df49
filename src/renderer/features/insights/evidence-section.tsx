// The evidence under an insight: how it balances, card by card, and where a dragged highlight can be dropped.

import type { Stance } from '../../../core/records/evidence.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useIsPast } from '../../notebook/past.ts'
import { useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { stanceShapes } from '../../ui/stance-chip.tsx'
import classes from './evidence.module.css'
import { EvidenceCard } from './evidence-card.tsx'
import { EvidenceDropZones } from './evidence-drop-zones.tsx'
import { IndependentSources } from './independent-sources.tsx'
import type { Passage } from './insight-pane.tsx'

type EvidenceSectionProps = { insight: RecordId<'insight'>; title: string; onOpenPassage: (passage: Passage) => void }

const mostShown = 500

/** Two insights can lie side by side: their parts are told apart by the title. */
export function EvidenceSection({ insight, title, onOpenPassage }: EvidenceSectionProps) {
  const isPast = useIsPast()
  const { rows, isLoading } = useWatch('evidence', { insight }, 0, mostShown)
  const counted = rows.filter(({ isInTrash, highlight }) => !isInTrash && highlight?.standing !== 'retired')
  const countOf = (stance: Stance) => counted.filter((row) => row.stance === stance).length
  return (
    <section data-part="evidence" aria-label={strings.insights.evidenceOf(title)} className={classes.section}>
      <h3 className={classes.title}>
        {strings.insights.evidence} <Balance stance="supports" count={countOf('supports')} words={strings.insights.supportCount} />
        <Balance stance="contradicts" count={countOf('contradicts')} words={strings.insights.contradictCount} />
        <Balance stance="context" count={countOf('context')} words={strings.insights.contextCount} />
      </h3>
      {countOf('supports') > 0 && <IndependentSources insight={insight} />}
      {rows.length > 0 && (
        <ul className={classes.cards}>
          {rows.map((row) => (
            <EvidenceCard key={row.id} row={row} onOpenPassage={onOpenPassage} />
          ))}
        </ul>
      )}
      {!isLoading && rows.length === 0 && isPast && <p>{strings.history.noEvidenceThen}</p>}
      {!isLoading && rows.length === 0 && !isPast && (
        <EmptyState shape="note" title={strings.insights.noEvidence} steps={[{ action: 'view.sources', label: strings.insights.chooseSource }]}>
          <p>{strings.insights.noEvidenceText}</p>
        </EmptyState>
      )}
      {!isPast && <EvidenceDropZones insight={insight} />}
    </section>
  )
}

function Balance({ stance, count, words }: { stance: Stance; count: number; words: (count: number) => string }) {
  if (count === 0) return null
  return (
    <span className={classes.balance} data-stance={stance}>
      <span aria-hidden="true">{stanceShapes[stance]}</span> {words(count)}
    </span>
  )
}
