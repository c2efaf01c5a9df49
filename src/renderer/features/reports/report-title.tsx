// The title and subtitle of a report, edited in place.

import { TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { QueryRow } from '../../../core/queries/queries.ts'
import { enReports } from '../../strings/en-reports.ts'
import { DraftConflict } from './draft-conflict.tsx'
import classes from './outline.module.css'
import { reportTextsDraft } from './report-drafts.ts'
import { fieldOf, useDraftedTexts } from './use-text-draft.ts'

const maxLength = 2_000

export function ReportTitle({ report }: { report: QueryRow<'report'> }) {
  const drafted = useDraftedTexts(reportTextsDraft, report.id)
  const title = fieldOf(drafted, 'title', report.title)
  const subtitle = fieldOf(drafted, 'subtitle', report.subtitle)
  const field = useRef<HTMLInputElement>(null)
  const isNew = useRef(report.title === '' && report.outline.length === 0)
  // A new report is named first.
  useEffect(() => {
    if (isNew.current) field.current?.focus()
  }, [])
  return (
    <div className={classes.titles}>
      <TextInput
        ref={field}
        variant="unstyled"
        classNames={{ input: classes.titleInput ?? '' }}
        aria-label={enReports.title}
        placeholder={enReports.untitled}
        maxLength={maxLength}
        value={title.text}
        onChange={(event) => title.edit(event.currentTarget.value)}
        {...title.events}
      />
      <DraftConflict draft={title} />
      <TextInput
        variant="unstyled"
        classNames={{ input: classes.subtitleInput ?? '' }}
        aria-label={enReports.subtitle}
        placeholder={enReports.addSubtitle}
        maxLength={maxLength}
        value={subtitle.text}
        onChange={(event) => subtitle.edit(event.currentTarget.value)}
        {...subtitle.events}
      />
      <DraftConflict draft={subtitle} />
    </div>
  )
}
