// The title and subtitle of a report, edited in place.

import { useEffect, useRef } from 'react'
import type { QueryRow } from '../../../core/queries/queries.ts'
import { strings } from '../../strings/strings.ts'
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
      <LineField ref={field} draft={title} label={strings.reports.title} placeholder={strings.reports.untitled} className={classes.titleInput} />
      <DraftConflict draft={title} />
      <LineField draft={subtitle} label={strings.reports.subtitle} placeholder={strings.reports.addSubtitle} className={classes.subtitleInput} />
      <DraftConflict draft={subtitle} />
    </div>
  )
}
