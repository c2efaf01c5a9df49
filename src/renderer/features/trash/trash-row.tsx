// One removed record: its kind in a word, its title, where it stood and when it was removed.

import { Button, Checkbox } from '@mantine/core'
import { memo } from 'react'
import type { TrashRow as Row } from '../../../core/queries/queries.ts'
import { kindOf } from '../../../core/records/record-id.ts'
import { strings } from '../../strings/strings.ts'
import { Chip } from '../../ui/chip.tsx'
import { ShownMoment } from '../../ui/shown-moment.tsx'
import classes from './trash-view.module.css'

type TrashRowProps = { row: Row; isSelected: boolean; onPress: (row: Row, isRange: boolean) => void; onRestore: (row: Row) => void }

export const TrashRow = memo(function TrashRow({ row, isSelected, onPress, onRestore }: TrashRowProps) {
  const kind = kindOf(row.id)
  const title = row.title || strings.trash.untitled
  const where = kind === 'highlight' || kind === 'evidence' ? strings.trash.where[kind] : strings.trash.where.other
  return (
    <li className={classes.row} data-selected={isSelected || undefined}>
      <Checkbox
        data-row
        data-id={row.id}
        size="xs"
        checked={isSelected}
        aria-label={`${strings.trash.kinds[kind]}: ${title}`}
        onChange={(event) => onPress(row, (event.nativeEvent as unknown as MouseEvent).shiftKey === true)}
      />
      <span className={classes.kind}>
        <Chip>{strings.trash.kinds[kind]}</Chip>
      </span>
      <span className={classes.words}>
        <span className={classes.title}>{title}</span>
        {row.detail && <span className={classes.detail}>{where(row.detail)}</span>}
      </span>
      <span className={classes.when}>
        {strings.trash.removed} <ShownMoment at={row.removedAt} />
      </span>
      <Button size="compact-xs" variant="default" aria-label={strings.trash.restoreOne(title)} onClick={() => onRestore(row)}>
        {strings.trash.restore}
      </Button>
    </li>
  )
})
