// One removed record: its kind in a word, its title, where it stood and when it was removed.

import { Button, Checkbox } from '@mantine/core'
import { memo } from 'react'
import type { TrashRow as Row } from '../../../core/queries/queries.ts'
import { kindOf } from '../../../core/records/record-id.ts'
import { enTrash } from '../../strings/en-trash.ts'
import { Chip } from '../../ui/chip.tsx'
import { ShownMoment } from '../../ui/shown-moment.tsx'
import classes from './trash-view.module.css'

type TrashRowProps = { row: Row; isSelected: boolean; onPress: (row: Row, isRange: boolean) => void; onRestore: (row: Row) => void }

export const TrashRow = memo(function TrashRow({ row, isSelected, onPress, onRestore }: TrashRowProps) {
  const kind = kindOf(row.id)
  const title = row.title || enTrash.untitled
  const where = kind === 'highlight' || kind === 'evidence' ? enTrash.where[kind] : enTrash.where.other
  return (
    <li className={classes.row} data-selected={isSelected || undefined}>
      <Checkbox
        data-row
        data-id={row.id}
        size="xs"
        className={classes.check ?? ''}
        checked={isSelected}
        aria-label={`${enTrash.kinds[kind]}: ${title}`}
        onChange={(event) => onPress(row, (event.nativeEvent as unknown as MouseEvent).shiftKey === true)}
      />
      <Chip>{enTrash.kinds[kind]}</Chip>
      <span className={classes.words}>
        <span className={classes.title}>{title}</span>
        {row.detail && <span className={classes.detail}>{where(row.detail)}</span>}
      </span>
      <span className={classes.when}>
        {enTrash.removed} <ShownMoment at={row.removedAt} />
      </span>
      <Button size="compact-xs" variant="default" aria-label={enTrash.restoreOne(title)} onClick={() => onRestore(row)}>
        {enTrash.restore}
      </Button>
    </li>
  )
})
