// The title and subtitle of a report, edited in place.

import { useEffect, useRef } from 'react'
import type { QueryRow } from '../../../core/queries/queries.ts'
import { enReports } from '../../strings/en-reports.ts'
import { DraftConflict } from './draft-conflict.tsx'
import { LineField } from './line-field.tsx'
import classes from './outline.module.css'
import { reportTextsDraft } from './report-drafts.ts'
import { fieldOf, useDraftedTexts } from './use-text-draft.ts'

export function ReportTitle({ report }: { report: QueryRow<'report'> }) {
  const drafted = useDraftedTexts(reportTextsDraft, report.id)
  const title = fieldOf(drafted, 'title', report.title)
  const subtitle = fieldOf(drafted, 'subtitle', report.subtitle)
  const field = useRef<HTMLTextAreaElement>(null)
  const isNew = useRef(report.title === '' && report.outline.length === 0)
  // A new report is named first.
  useEffect(() => {
    if (isNew.current) field.current?.focus()
  }, [])
  return (
    <div className={classes.titles}>
      <LineField ref={field} draft={title} label={enReports.title} placeholder={enReports.untitled} className={classes.titleInput} />
      <DraftConflict draft={title} />
      <LineField draft={subtitle} label={enReports.subtitle} placeholder={enReports.addSubtitle} className={classes.subtitleInput} />
      <DraftConflict draft={subtitle} />
    </div>
  )
}
