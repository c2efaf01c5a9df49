// `footing history`: how much of the past is kept and what it takes up; with `--forget-before`, forgetting a part of it.

import type { Moment } from '../../core/history/moment.ts'
import { Refusal } from '../../core/store/refusal.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { openForReading, openForWriting } from '../open-folder.ts'
import { tell, write, writeJsonLine } from '../output.ts'

type HistoryOptions = { json?: boolean; forgetBefore?: Moment; keepCopy?: boolean }

export async function history(folder: string, { json = false, forgetBefore, keepCopy = false }: HistoryOptions): Promise<number> {
  if (keepCopy && !forgetBefore) throw new CommandFailure('--keep-copy goes with --forget-before')
  const forgotten = forgetBefore && (await forget(folder, forgetBefore, keepCopy))
  const notebook = await openForReading(folder)
  try {
    const size = await notebook.history.size()
    if (json) await writeJsonLine({ ...size, ...(forgotten ? { forgotten: forgotten.commits, copy: forgotten.copy ?? null } : {}) })
    else {
      const span = size.firstAt && size.lastAt ? `, ${size.firstAt} to ${size.lastAt}` : ''
      await write(`${things(size.commits, 'change')}${span}; history/ holds ${things(size.files, 'file')} of ${size.bytes} bytes\n`)
    }
    if (forgotten) {
      const copy = forgotten.copy === undefined ? '' : `; a copy lies in ${forgotten.copy}`
      tell(forgotten.commits === 0 ? 'there was nothing before that moment to forget' : `${things(forgotten.commits, 'change')} forgotten${copy}`)
    }
    return exitCodes.done
  } finally {
    await notebook.close()
  }
}

async function forget(folder: string, before: Moment, keepCopy: boolean): Promise<{ commits: number; copy?: string }> {
  const writer = await openForWriting(folder, 'terminal')
  try {
    const answer = await writer.run('history.forget', { before, keepCopy })
    if (!answer.ok) throw new Refusal(answer.error.code, answer.error.message)
    return answer.result as { commits: number; copy?: string }
  } finally {
    await writer.close()
  }
}

function things(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}
