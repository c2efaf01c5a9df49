// One backup: when and why it was made, what is in it, what came since, and where it lies.

import { Button } from '@mantine/core'
import { IconFolder, IconShieldCheck } from '@tabler/icons-react'
import type { BackupDescription, CountedTable } from '../../../core/backups/backup.ts'
import { strings } from '../../strings/strings.ts'
import { Chip } from '../../ui/chip.tsx'
import { wholeMoment } from '../../ui/shown-moment.tsx'
import classes from './backups-view.module.css'
import { sizeWords } from './size-words.ts'

const shownTables: readonly CountedTable[] = ['insights', 'sources', 'highlights']

type BackupRowProps = {
  backup: BackupDescription
  /** Of the notebook now. */
  seq: number
  counts: ReadonlyMap<string, number>
  onRestore: (backup: BackupDescription) => void
}

export function BackupRow({ backup, seq, counts, onRestore }: BackupRowProps) {
  const when = wholeMoment(backup.at)
  const made = new Date(backup.at)
  const places = backup.places.length > 1 ? strings.backups.bothPlaces : strings.backups.places[backup.places[0]?.kind ?? 'inside']
  return (
    <li className={classes.row}>
      <time className={classes.time} dateTime={backup.at} title={when}>
        {strings.moments.timeOfDay(made.getHours(), made.getMinutes())}
      </time>
      <span className={classes.words}>
        <span className={classes.amounts}>{shownTables.map((table) => strings.backups.amount(table, backup.counts[table])).join(' · ')}</span>
        <span className={classes.since}>{sinceWords(backup, seq, counts)}</span>
      </span>
      <span className={classes.reason}>
        {backup.reason !== 'automatic' && <Chip tone="accent">{strings.backups.reasons[backup.reason]}</Chip>}
        {backup.damage.length > 0 && (
          <Chip tone="bad" title={backup.damage.join('\n')}>
            {strings.backups.damaged(backup.damage.length)}
          </Chip>
        )}
      </span>
      <span className={classes.place} title={backup.places.map(({ folder }) => folder).join('\n')}>
        <IconFolder size={14} aria-hidden="true" />
        {places}
      </span>
      <span className={classes.size}>{sizeWords(backup.bytes)}</span>
      <span className={classes.verified} title={strings.backups.verified(wholeMoment(backup.verifiedAt))}>
        <IconShieldCheck size={16} role="img" aria-label={strings.backups.verified(wholeMoment(backup.verifiedAt))} />
      </span>
      <Button size="compact-sm" variant="default" data-row aria-label={strings.backups.restoreOf(when)} onClick={() => onRestore(backup)}>
        {strings.backups.restore}
      </Button>
    </li>
  )
}

function sinceWords({ seq: then, counts: held }: BackupDescription, seq: number, counts: ReadonlyMap<string, number>): string {
  if (seq === then) return strings.backups.sinceNothing
  const parts = seq > then ? [strings.backups.since(seq - then)] : []
  for (const table of ['insights', 'sources'] as const) {
    const difference = (counts.get(table) ?? held[table]) - held[table]
    if (difference !== 0) parts.push(strings.backups.sinceAmount(table, difference))
  }
  return parts.join(', ')
}
