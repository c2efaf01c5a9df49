// `footing audit`: what of a notebook does not hold, one line each.

import type { AuditRow } from '../../core/audit/audit-row.ts'
import { auditWords } from '../../core/strings/en/audit-words.ts'
import { auditAnswer } from '../../host/audit/audit-of.ts'
import { exitCodes } from '../exit-codes.ts'
import { openForReading } from '../open-folder.ts'
import { tell, toOneLine, write, writeJsonLine } from '../output.ts'

const all = Number.MAX_SAFE_INTEGER

/** 1 where something was found. */
export async function audit(folder: string, { json = false }: { json?: boolean }): Promise<number> {
  const notebook = await openForReading(folder)
  try {
    const { counts, rows } = await auditAnswer(notebook, { limit: all })
    for (const row of rows) {
      if (json) await writeJsonLine(row)
      else await write(`${toOneLine(`${row.kind}  ${subjectOf(row)}: ${auditWords.sentence(row)}`)}\n`)
    }
    tell(rows.length === 0 ? `nothing in ${folder} wants attention` : counts.map(([kind, count]) => `${count} ${kind}`).join(', '))
    return rows.length === 0 ? exitCodes.done : exitCodes.problems
  } finally {
    await notebook.close()
  }
}

function subjectOf({ title, passage }: AuditRow): string {
  const name = title === '' ? 'untitled' : title
  return passage
    ? `${passage.citekey} h${passage.number}${passage.restsOnIt.length > 0 ? ` (${passage.restsOnIt.map((insight) => insight.title).join('; ')})` : ''}`
    : name
}
