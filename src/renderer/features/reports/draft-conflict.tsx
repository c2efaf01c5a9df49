// Two windows wrote in the same place: both texts, and the choice between them.

import { Button, Group } from '@mantine/core'
import { enReports } from '../../strings/en-reports.ts'
import classes from './outline.module.css'
import type { TextDraft } from './use-text-draft.ts'

export function DraftConflict({ draft }: { draft: TextDraft }) {
  const { conflict, text, resolve } = draft
  if (!conflict) return null
  return (
    <div className={classes.conflict} role="alert">
      <p>{enReports.changedElsewhere}</p>
      <blockquote className={classes.theirs}>{conflict.theirs}</blockquote>
      <Group gap="xs">
        <Button size="compact-xs" variant="light" onClick={() => resolve(text)}>
          {enReports.keepMine}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => resolve(conflict.theirs)}>
          {enReports.takeTheirs}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => resolve(`${text}\n\n${conflict.theirs}`)}>
          {enReports.keepBoth}
        </Button>
      </Group>
    </div>
  )
}
