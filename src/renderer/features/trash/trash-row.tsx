// One removed record: its kind in a word, its title, where it stood and when it was removed.

import { ActionIcon, Button, Checkbox } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { memo } from 'react'
import type { TrashRow as Row } from '../../../core/queries/queries.ts'
import { kindOf } from '../../../core/records/record-id.ts'
import { useIsPast } from '../../notebook/past.ts'
import { useShownVersions, type VersionedId } from '../../notebook/shown-versions.ts'
import { strings } from '../../strings/strings.ts'
import { Chip } from '../../ui/chip.tsx'
import { ShownMoment } from '../../ui/shown-moment.tsx'
import classes from './trash-view.module.css'

type TrashRowProps = { row: Row; isSelected: boolean; onPress: (row: Row, isRange: boolean) => void; onRestore: (row: Row) => void }

export const TrashRow = memo(function TrashRow({ row, isSelected, onPress, onRestore }: TrashRowProps) {
  const isPast = useIsPast()
  const kind = kindOf(row.id)
  const showVersions = () => useShownVersions.getState().show(row.id as VersionedId, row.title)
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
      <span className={classes.buttons}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={strings.trash.versionsOf(title)}
          title={strings.history.versions}
          onClick={showVersions}
        >
          <IconHistory size={15} />
        </ActionIcon>
        {!isPast && (
          <Button size="compact-xs" variant="default" aria-label={strings.trash.restoreOne(title)} onClick={() => onRestore(row)}>
            {strings.trash.restore}
          </Button>
        )}
      </span>
    </li>
  )
})
