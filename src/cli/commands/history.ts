// `footing history`: how much of the past is kept and what it takes up; with `--forget-before`, forgetting a part of it, and with `--bring-back`, the way back.

import type { Moment } from '../../core/history/moment.ts'
import { Refusal } from '../../core/store/refusal.ts'
import { nodeFileSystem } from '../../host/storage/file-system.ts'
import { lockEarly } from '../../host/storage/notebook-lock.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { openForReading, openForWriting, requireFolder } from '../open-folder.ts'
import { tell, write, writeJsonLine } from '../output.ts'

type HistoryOptions = { json?: boolean; forgetBefore?: Moment; keepCopy?: boolean; bringBack?: boolean }

export async function history(folder: string, { json = false, forgetBefore, keepCopy = false, bringBack = false }: HistoryOptions): Promise<number> {
  if (keepCopy && !forgetBefore) throw new CommandFailure('--keep-copy goes with --forget-before')
  if (bringBack && forgetBefore) throw new CommandFailure('--bring-back takes back what --forget-before did: give one of them')
  const broughtBack = bringBack ? await bringCopiesBack(folder) : undefined
  const forgotten = forgetBefore && (await forget(folder, forgetBefore, keepCopy))
  const notebook = await openForReading(folder)
  try {
    const size = await notebook.history.size()
    if (json)
      await writeJsonLine({
        ...size,
        ...(forgotten ? { forgotten: forgotten.commits, copy: forgotten.copy ?? null } : {}),
        ...(broughtBack ? { broughtBack } : {}),
      })
    else {
      const span = size.firstAt && size.lastAt ? `, ${size.firstAt} to ${size.lastAt}` : ''
      await write(`${things(size.commits, 'change')}${span}; history/ holds ${things(size.files, 'file')} of ${size.bytes} bytes\n`)
    }
    if (forgotten) {
      const copy = forgotten.copy === undefined ? '' : `; a copy lies in ${forgotten.copy}`
      tell(forgotten.commits === 0 ? 'there was nothing before that moment to forget' : `${things(forgotten.commits, 'change')} forgotten${copy}`)
    }
    if (broughtBack) tell(`put back from ${broughtBack.join(' and ')}, which can be removed now`)
    return exitCodes.done
  } finally {
    await notebook.close()
  }
}

/** Of a notebook that nobody has open: its history is read from disk by whoever has. */
async function bringCopiesBack(folder: string): Promise<string[]> {
  requireFolder(folder)
  const lock = lockEarly(folder)
  if (!lock) throw new CommandFailure(`there is no notebook in ${folder} whose history was forgotten`)
  try {
    const { bringBackHistory } = await import('../../host/history/bring-back-history.ts')
    return await bringBackHistory(nodeFileSystem, folder)
  } finally {
    lock.release()
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
