// Which kinds of findings are listed: each with how many there are; one at a time, or all.

import type { FindingKind } from '../../../core/audit/finding.ts'
import { strings } from '../../strings/strings.ts'
import { FilterChip } from '../../ui/filter-chip.tsx'
import classes from './audit-view.module.css'

type FindingFiltersProps = {
  counts: readonly [FindingKind, number][]
  chosen: FindingKind | undefined
  onChoose: (kind: FindingKind | undefined) => void
}

export function FindingFilters({ counts, chosen, onChoose }: FindingFiltersProps) {
  if (counts.length === 0) return null
  const total = counts.reduce((sum, [, count]) => sum + count, 0)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and cannot be a row
    <div role="group" className={classes.filters} aria-label={strings.audit.filters}>
      <FilterChip count={total} isChosen={chosen === undefined} onChoose={() => onChoose(undefined)}>
        {strings.audit.everything}
      </FilterChip>
      {counts.map(([kind, count]) => (
        <FilterChip key={kind} count={count} isChosen={chosen === kind} onChoose={() => onChoose(chosen === kind ? undefined : kind)}>
          {strings.audit.kinds[kind]}
        </FilterChip>
      ))}
    </div>
  )
}
