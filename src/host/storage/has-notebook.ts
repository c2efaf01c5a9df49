// Whether a folder holds a notebook, a damaged one included: asked before the lock would put a file into somebody's holiday pictures.

import { codeOf } from './error-code.ts'
import type { FileSystem } from './file-system.ts'
import { manifestName, parseGenerationFile } from './generation-names.ts'

export async function hasNotebook(fileSystem: FileSystem, folder: string): Promise<boolean> {
  try {
    const names = await fileSystem.list(folder)
    return names.includes(manifestName) || names.some(isOfNotebook)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return false
    throw error
  }
}

/** Files of a later generation are somebody's work even where the records are gone; those of the first may be what a killed creation left behind. */
function isOfNotebook(name: string): boolean {
  const file = parseGenerationFile(name)
  return file !== undefined && (file.part === 'records' || file.generation > 1)
}
