// Two windows wrote in the same place: both texts, and the choice between them.

import { Button, Group } from '@mantine/core'
import { strings } from '../../strings/strings.ts'
import classes from './outline.module.css'
import type { TextDraft } from './use-text-draft.ts'

export function DraftConflict({ draft }: { draft: TextDraft }) {
  const { conflict, text, resolve } = draft
  if (!conflict) return null
  return (
    <div className={classes.conflict} role="alert">
      <p>{strings.reports.changedElsewhere}</p>
      <blockquote className={classes.theirs}>{conflict.theirs}</blockquote>
      <Group gap="xs">
        <Button size="compact-xs" variant="light" onClick={() => resolve(text)}>
          {strings.reports.keepMine}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => resolve(conflict.theirs)}>
          {strings.reports.takeTheirs}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => resolve(`${text}\n\n${conflict.theirs}`)}>
          {strings.reports.keepBoth}
        </Button>
      </Group>
    </div>
  )
}
