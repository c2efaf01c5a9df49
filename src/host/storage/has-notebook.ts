// Whether a folder holds a notebook, a damaged one included: asked before the lock would put a file into somebody's holiday pictures.

import { codeOf } from './error-code.ts'
import type { FileSystem } from './file-system.ts'
import { parseGenerationFile } from './generation-names.ts'
import { manifestName } from './manifest.ts'

export async function hasNotebook(fileSystem: FileSystem, folder: string): Promise<boolean> {
  try {
    const names = await fileSystem.list(folder)
    return names.includes(manifestName) || names.some((name) => parseGenerationFile(name)?.part === 'records')
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return false
    throw error
  }
}
