// Saves what a window exports, where the person says: whole or not at all.

import { dirname } from 'node:path'
import { type BrowserWindow, shell } from 'electron'
import type { ShellAnswer } from '../../core/contract/shell-messages.ts'
import { Refusal } from '../../core/store/refusal.ts'
import type { Language } from '../../core/strings/language.ts'
import { writeDurably } from '../../host/storage/durable-file.ts'
import { nodeFileSystem } from '../../host/storage/file-system.ts'
import { toRefusal } from '../../host/storage/storage-refusal.ts'
import { chooseSavePath } from './dialogs.ts'

/** What a page may have shown in the file manager: what it has saved itself, and nothing that it makes up. */
export type SavedFiles = { paths: Set<string>; lastFolder: string | undefined }

export function makeSavedFiles(): SavedFiles {
  return { paths: new Set(), lastFolder: undefined }
}

export async function saveFile(
  window: BrowserWindow,
  words: Language['desktop'],
  saved: SavedFiles,
  { fileName, content }: { fileName: string; content: string | Uint8Array },
): Promise<ShellAnswer> {
  const path = await chooseSavePath(window, words, toFileName(fileName), saved.lastFolder)
  if (path === undefined) return { ok: false, error: { code: 'cancelled' } }
  try {
    await writeDurably(nodeFileSystem, path, typeof content === 'string' ? Buffer.from(content, 'utf8') : content)
  } catch (error) {
    const refusal = toRefusal(error, 'saving the file')
    if (refusal instanceof Refusal) return { ok: false, error: refusal.toValue() }
    throw error
  }
  saved.paths.add(path)
  saved.lastFolder = dirname(path)
  return { ok: true, path }
}

export function showSavedFile(saved: SavedFiles, path: string): ShellAnswer {
  if (!saved.paths.has(path)) return { ok: false, error: { code: 'not-found', message: 'this window has not saved such a file' } }
  shell.showItemInFolder(path)
  return { ok: true }
}

/** A name and nothing else: a page must not choose the folder, and no system takes these characters. */
function toFileName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
  const safe = name.replace(/[\u0000-\u001f<>:"/\\|?*]/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '')
  return safe === '' ? 'export' : safe
}
