// One notebook, one name: however its folder was written, it is opened once.

import { realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/** The folder by its true path: links followed, letters in the case that the disk has; of a folder that is not there yet, as far as it is. */
export async function trueFolder(path: string): Promise<string> {
  const whole = resolve(path)
  try {
    return await realpath(whole)
  } catch {
    const above = dirname(whole)
    return above === whole ? whole : join(await trueFolder(above), basename(whole))
  }
}

/** As a person calls it. */
export function notebookName(folder: string): string {
  return basename(folder).replace(/\.footing$/i, '')
}
