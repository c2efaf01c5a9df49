// `footing restore`: a backup becomes a notebook again, in a new folder or in place, also where the notebook does not open any more.

import { resolve } from 'node:path'
import { Refusal } from '../../core/store/refusal.ts'
import { backUpBesideWriter } from '../../host/backups/back-up-beside-writer.ts'
import { outsideBackups } from '../../host/backups/backup-places.ts'
import { chooseBackup, type FoundBackup, findBackups, findBackupsIn } from '../../host/backups/find-backups.ts'
import { restoreOverRuins, restoreToFolder } from '../../host/backups/restore-folder.ts'
import { nodeFileSystem } from '../../host/storage/file-system.ts'
import { hasNotebook } from '../../host/storage/has-notebook.ts'
import { lockNotebook } from '../../host/storage/notebook-lock.ts'
import { toRefusal } from '../../host/storage/storage-refusal.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { openForWriting, quoted } from '../open-folder.ts'
import { tell, write, writeJsonLine } from '../output.ts'

export type RestoreOptions = { out?: string; from?: string; yes?: boolean; json?: boolean }

export async function restore(folder: string, name: string | undefined, options: RestoreOptions): Promise<number> {
  if (options.from !== undefined && options.out !== undefined)
    throw new CommandFailure('with --from, DIR is the new folder: `footing restore NEWDIR [BACKUP] --from BACKUPS`, without --out')
  if (options.from === undefined && name === undefined)
    throw new CommandFailure(`which backup? \`footing backups ${quoted(folder)}\` lists them, and \`newest\` is one too`)
  const found =
    options.from === undefined ? await findBackups(nodeFileSystem, folder, outsideBackups()) : await findBackupsIn(nodeFileSystem, options.from)
  if (found.length === 0)
    throw new CommandFailure(options.from === undefined ? `there is no backup of ${folder}` : `there are no backups in ${options.from}`)
  const target = options.from === undefined ? options.out : folder
  try {
    if (target !== undefined) return await restoreBeside(found, name ?? 'newest', target, options)
    return await restoreInPlace(found, name as string, folder, options)
  } catch (error) {
    const refusal = toRefusal(error, 'restoring')
    if (refusal instanceof Refusal && (refusal.code === 'not-found' || refusal.code === 'exists' || refusal.code === 'invalid'))
      throw new CommandFailure(refusal.message)
    throw refusal
  }
}

async function restoreBeside(found: readonly FoundBackup[], name: string, target: string, { json = false }: RestoreOptions): Promise<number> {
  const chosen = await chooseBackup(found, name)
  await restoreToFolder(nodeFileSystem, chosen, target)
  if (json) await writeJsonLine({ backup: chosen.head.name, folder: resolve(target), seq: chosen.head.seq })
  else await write(`${chosen.head.name} is in ${quoted(target)} now: open it with \`footing serve ${quoted(target)}\`\n`)
  return exitCodes.done
}

/** Where the notebook opens, as one change that can be undone; where it does not, by putting what is left of it aside. */
async function restoreInPlace(found: readonly FoundBackup[], name: string, folder: string, options: RestoreOptions): Promise<number> {
  const chosen = await chooseBackup(found, name)
  if (!(await opens(folder))) return restoreRuins(chosen, folder, options)
  const writer = await openForWriting(folder, 'terminal')
  try {
    const answer = await writer.run('backup.restore', { backup: chosen.head.name, confirmed: options.yes === true })
    if (!answer.ok) {
      const isAsking = answer.error.code === 'needs-confirming'
      throw new CommandFailure(
        isAsking ? `${answer.error.message.replace(/: it is done.*$/, '')}: add --yes to do it` : answer.error.message,
        exitCodes.problems,
      )
    }
    const { brought, removed } = answer.result as { brought: number; removed: number }
    if (options.json) await writeJsonLine({ backup: chosen.head.name, folder: resolve(folder), seq: answer.seq, brought, removed })
    else await write(`${quoted(folder)} is as in ${chosen.head.name}: ${brought} records brought back, ${removed} taken out\n`)
    tell(`what was there is the newest of \`footing backups ${quoted(folder)}\``)
  } finally {
    await writer.close()
  }
  return exitCodes.done
}

async function opens(folder: string): Promise<boolean> {
  try {
    if (!(await hasNotebook(nodeFileSystem, folder))) return false
    const { openNotebook } = await import('../../host/open-notebook.ts')
    const notebook = await openNotebook(folder, { mode: 'read' })
    await notebook.close()
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return false
    throw error
  }
}

async function restoreRuins(chosen: Awaited<ReturnType<typeof chooseBackup>>, folder: string, { json = false }: RestoreOptions): Promise<number> {
  await nodeFileSystem.makeFolder(folder)
  const lock = lockNotebook(folder)
  let aside: string
  try {
    aside = await restoreOverRuins(nodeFileSystem, chosen, folder, new Date().toISOString())
  } finally {
    lock.release()
  }
  // Its number is the newest from now on: what is changed next is compared with it, and not with what was there before the ruin.
  const { problems } = await backUpBesideWriter(folder, 'asked', { isWanted: true })
  for (const problem of problems) tell(problem)
  if (json) await writeJsonLine({ backup: chosen.head.name, folder: resolve(folder), seq: chosen.head.seq, aside })
  else await write(`${quoted(folder)} is as in ${chosen.head.name}; what was left of it lies in ${aside}\n`)
  return exitCodes.done
}
