// Opens what a start asks for: a notebook, a place that a link names, or, when nothing is asked for, what was open last.

import { defaultNotebookFolder } from '../../host/default-notebook.ts'
import { nodeFileSystem } from '../../host/storage/file-system.ts'
import { hasNotebook } from '../../host/storage/has-notebook.ts'
import type { DesktopMemory } from '../desktop-memory.ts'
import { showWindow } from '../windows/create-window.ts'
import type { NotebookWindows } from '../windows/notebook-windows.ts'
import type { Wanted } from './read-arguments.ts'

/** The first start of a run. A folder that does not exist is made, with the starter in it, as `npm start -- FOLDER` always did. */
export async function openFirst(wanted: Wanted | undefined, windows: NotebookWindows, memory: DesktopMemory): Promise<void> {
  if (wanted?.kind === 'folder' && (await windows.open(wanted.folder, { missing: 'make-starter' }))) return
  const isLinkElsewhere = wanted?.kind === 'link' && wanted.notebook !== undefined && memory.folderOf(wanted.notebook) !== undefined
  if (!isLinkElsewhere) await openLast(windows, memory)
  if (wanted?.kind === 'link') await openLink(wanted, windows, memory)
}

/** What comes while Footing runs: a second start, a folder or a link from the system. Without anything asked for, the window comes to the front. */
export async function openWanted(wanted: Wanted | undefined, windows: NotebookWindows, memory: DesktopMemory): Promise<void> {
  if (wanted?.kind === 'folder') await windows.open(wanted.folder, { missing: 'make-starter' })
  else if (wanted?.kind === 'link') await openLink(wanted, windows, memory)
  else if (windows.current) showWindow(windows.current.window)
  else await openLast(windows, memory)
}

async function openLast(windows: NotebookWindows, memory: DesktopMemory): Promise<void> {
  // None of those that are gone is worth a dialog at every start: its disk is not plugged in today.
  const isThere = await Promise.all(memory.open.map((folder) => hasNotebook(nodeFileSystem, folder).catch(() => false)))
  const folders = memory.open.filter((_folder, position) => isThere[position])
  for (const folder of folders) await windows.open(folder)
  if (folders.length === 0) await windows.open(defaultNotebookFolder(), { missing: 'make-starter' })
}

/** Shows and nothing else: in the notebook that the link names where that is known, else in the one in front. */
async function openLink({ place, notebook }: Extract<Wanted, { kind: 'link' }>, windows: NotebookWindows, memory: DesktopMemory): Promise<void> {
  const folder = notebook === undefined ? undefined : memory.folderOf(notebook)
  if (folder !== undefined) {
    await windows.open(folder, { place })
    return
  }
  if (!windows.current) await openLast(windows, memory)
  const { current } = windows
  // Of a notebook that was never open here nothing can be shown; the window at least comes to the front.
  if (notebook === undefined) current?.show(place)
  if (current) showWindow(current.window)
}
