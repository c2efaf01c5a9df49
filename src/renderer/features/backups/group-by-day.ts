// Backups under the day on which they were made, as this person's calendar has it.

import type { BackupDescription } from '../../../core/backups/backup.ts'
import { languageTag, strings } from '../../strings/strings.ts'

const whole = new Intl.DateTimeFormat(languageTag, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

export type Day = { name: string; backups: BackupDescription[] }

/** In the order in which they come, which is the order in which they were made: a clock that jumped begins another day. */
export function groupByDay(backups: readonly BackupDescription[], now: Date): Day[] {
  const days: Day[] = []
  for (const backup of backups) {
    const name = nameOf(new Date(backup.at), now)
    const last = days.at(-1)
    if (last?.name === name) last.backups.push(backup)
    else days.push({ name, backups: [backup] })
  }
  return days
}

function nameOf(moment: Date, now: Date): string {
  const yesterday = new Date(now)
  yesterday.setDate(now.getDate() - 1)
  if (moment.toDateString() === now.toDateString()) return strings.backups.today
  if (moment.toDateString() === yesterday.toDateString()) return strings.backups.yesterday
  return whole.format(moment)
}
