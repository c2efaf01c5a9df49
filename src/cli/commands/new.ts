// `footing new`: makes a notebook in a folder, empty or with the starter in it.

import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { Refusal } from '../../core/store/refusal.ts'
import { openNotebook } from '../../host/open-notebook.ts'
import { readStarter } from '../../host/starter/read-starter.ts'
import { createStarter, holdsStarter } from '../../host/starter/starter-notebook.ts'
import { createNotebook } from '../../host/storage/create-notebook.ts'

import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { openForReading, quoted } from '../open-folder.ts'
import { write, writeJsonLine } from '../output.ts'
import { resourcesFolder } from '../resources-folder.ts'

export async function newNotebook(
  folder: string,
  { starter = false, title, json = false }: { starter?: boolean; title?: string; json?: boolean },
): Promise<number> {
  // Read first: a starter that does not fit must not leave an empty notebook behind.
  const shipped = starter ? await readStarter(resourcesFolder) : undefined
  const name = title?.trim() || shipped?.title || basename(resolve(folder)) || 'Notebook'
  try {
    await createNotebook(folder, { title: name })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'exists') throw new CommandFailure(`${error.message}${await hintFor(folder)}`)
    throw error
  }
  const notebook = await openNotebook(folder, { mode: 'write' })
  try {
    if (starter) await createStarter(notebook, resourcesFolder)
    const { id, schema } = notebook.manifest
    if (json) await writeJsonLine({ folder: resolve(folder), id, title: name, schema })
    else await write(`made ${quoted(folder)}: open it with \`footing serve ${quoted(folder)}\`\n`)
  } finally {
    await notebook.close()
  }
  return exitCodes.done
}

async function hintFor(folder: string): Promise<string> {
  if (!existsSync(join(folder, 'notebook.json'))) return ''
  try {
    const notebook = await openForReading(folder)
    const isStarter = holdsStarter(notebook.view, await readStarter(resourcesFolder))
    await notebook.close()
    return `: ${isStarter ? `\`footing reset-starter ${quoted(folder)}\` brings its starter back, ` : ''}\`footing serve ${quoted(folder)}\` opens it`
  } catch {
    // It does not open: `check` says why, and why `new` is refused was said.
    return `: \`footing check ${quoted(folder)}\` looks at it`
  }
}
