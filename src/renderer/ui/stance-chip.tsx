// A stance as shape, word and colour, so that none of the three is needed to read it.

import type { Stance } from '../../core/records/evidence.ts'
import { strings } from '../strings/strings.ts'
import classes from './stance-chip.module.css'

export const stanceShapes: Readonly<Record<Stance, string>> = { supports: '▲', contradicts: '▼', context: '◆' }

export function StanceChip({ stance, count }: { stance: Stance; count?: number }) {
  return (
    <span className={classes.chip} data-stance={stance}>
      <span aria-hidden="true">{stanceShapes[stance]}</span> {count !== undefined && `${count} `}
      {strings.app[stance]}
    </span>
  )
}

/** `▲ 2 ▼ 1` for list rows; read out as words. Shows nothing where there is no evidence. */
export function StanceCounts({ counts }: { counts: Readonly<Record<Stance, number>> }) {
  const shown = (['supports', 'contradicts', 'context'] as const).filter((stance) => counts[stance] > 0)
  return shown.map((stance) => (
    <span key={stance} className={classes.count} data-stance={stance} title={`${counts[stance]} ${strings.app[stance]}`}>
      <span aria-hidden="true">
        {stanceShapes[stance]} {counts[stance]}
      </span>
      <span className="visually-hidden">
        {counts[stance]} {strings.app[stance]},{' '}
      </span>
    </span>
  ))
}
