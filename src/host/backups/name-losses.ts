// Adds to the findings of a check which backup still has what is lost, and names what only a backup knows of.

import type { Finding } from '../storage/check-notebook.ts'
import type { Losses, LostCommit } from './find-losses.ts'

export function nameLosses(findings: readonly Finding[], { bodies, records, commits, files }: Losses): Finding[] {
  const named = findings.map((finding): Finding => {
    const body = bodies.find(({ id }) => id === finding.record)
    if (body?.held) return held(finding, body.held.backup, body.held.at)
    if (body?.older) {
      const { backup, at, rev } = body.older
      return { ...finding, message: `${finding.message}; the backup ${backup} has an older revision of it (${rev} of ${body.rev})`, wholeAt: at }
    }
    const file = files.find(({ path }) => path === finding.where)
    return file?.held ? held(finding, file.held.head.name, file.held.head.verifiedAt) : finding
  })
  for (const { record, table, from } of records)
    named.push(held({ where: record.id, message: `${record.id} is lost from ${table}`, record: record.id }, from.backup, from.at))
  for (const lost of commits) if (lost.commit && lost.from) named.push(held(findingOf(lost), lost.from.backup, lost.from.at))
  return named
}

function findingOf({ seq, commit }: LostCommit): Finding {
  const ids = commit?.changes.map(({ id }) => id) ?? []
  const [first] = ids
  const what = ids.length > 3 ? `${ids.slice(0, 3).join(', ')} and ${ids.length - 3} more` : ids.join(', ')
  const about = ids.length === 1 && first !== undefined ? { record: first } : {}
  return { where: `change ${seq}`, message: `change ${seq} of ${commit?.at} is lost (${commit?.command}: ${what})`, ...about }
}

function held(finding: Finding, backup: string, wholeAt: string): Finding {
  return { ...finding, message: `${finding.message}; the backup ${backup} still has it`, wholeAt, backup }
}
