// Which backups stay: a pure rule over their order and their dates, made so that a clock which jumps never takes a good one away.

import type { BackupReason } from '../../core/backups/backup.ts'

export type ThinnedBackup = { name: string; number: number; at: string; reason: BackupReason; damage: readonly string[] }

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** How many of each are kept, the newest first. `always`: the newest by number, whatever their dates. `every24th` counts by number alone. */
const keptBackups = { always: 10, hourly: 24, daily: 14, weekly: 12, every24th: 12, before: 10, asked: 50 } as const

/**
 * The names of those that may go: no rule keeps them. A period is a run of backups that follow each other by number within the same hour, day or
 * week, so that a clock which comes back to the same day makes another period and not the same; nothing is ever compared with today, so that a clock
 * which runs ahead ages nothing. Of a period its newest stays. Backups of a damaged state are thinned among themselves: they push no whole one out.
 */
export function backupsToThin(backups: readonly ThinnedBackup[]): string[] {
  const kept = new Set<string>()
  for (const isDamaged of [false, true]) {
    const some = backups.filter(({ damage }) => damage.length > 0 === isDamaged).toSorted((one, other) => other.number - one.number)
    const keep = (list: readonly ThinnedBackup[], count: number) => {
      for (const { name } of list.slice(0, count)) kept.add(name)
    }
    keep(some, keptBackups.always)
    keep(newestOfRuns(some, periodOf(hourMs)), keptBackups.hourly)
    keep(newestOfRuns(some, periodOf(dayMs)), keptBackups.daily)
    keep(newestOfRuns(some, periodOf(7 * dayMs)), keptBackups.weekly)
    keep(
      newestOfRuns(some, ({ number }) => Math.floor(number / 24)),
      keptBackups.every24th,
    )
    keep(
      some.filter(({ reason }) => reason.startsWith('before')),
      keptBackups.before,
    )
    keep(
      some.filter(({ reason }) => reason === 'asked'),
      keptBackups.asked,
    )
  }
  return backups.filter(({ name }) => !kept.has(name)).map(({ name }) => name)
}

function newestOfRuns(newestFirst: readonly ThinnedBackup[], periodOf: (backup: ThinnedBackup) => number): ThinnedBackup[] {
  return newestFirst.filter((backup, index) => index === 0 || periodOf(backup) !== periodOf(newestFirst[index - 1] as ThinnedBackup))
}

/** An unreadable date is a period of its own. */
function periodOf(lengthMs: number): (backup: ThinnedBackup) => number {
  return ({ at, number }) => {
    const timeMs = Date.parse(at)
    return Number.isNaN(timeMs) ? -number : Math.floor(timeMs / lengthMs)
  }
}
