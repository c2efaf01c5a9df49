// One line of an import's report: the file, what became of it, and why or as what.

import { IconAlertTriangle, IconCheck, IconMinus, IconRefresh } from '@tabler/icons-react'
import type { ImportRow } from '../../../core/contract/import-questions.ts'
import { strings } from '../../strings/strings.ts'
import classes from './imports.module.css'

const words = strings.import
const icons = { kept: IconCheck, renewed: IconRefresh, skipped: IconMinus, refused: IconAlertTriangle }

export function ReportRow({ row: { path, outcome, title, citekey, reason, notes } }: { row: Omit<ImportRow, 'id' | 'row'> }) {
  const Icon = icons[outcome]
  const said = [reason, ...(notes ?? [])].filter((each) => each !== undefined && each !== '').join('; ')
  return (
    <div className={classes.row} data-outcome={outcome}>
      <Icon size={15} aria-hidden className={classes.icon} />
      <span className="visually-hidden">{words.outcomes[outcome]}:</span>
      <span className={classes.title}>{title ?? path}</span>
      {citekey !== undefined && <span className={classes.citekey}>{citekey}</span>}
      {title !== undefined && <span className={classes.path}>{path}</span>}
      {said !== '' && <span className={classes.reason}>{said}</span>}
    </div>
  )
}
