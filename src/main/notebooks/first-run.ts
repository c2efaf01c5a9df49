// The first run: a notebook with the starter in it, where there was none.

import { openNotebook } from '../../host/open-notebook.ts'
import type { OpenNotebook, OpenOptions } from '../../host/opened-notebook.ts'
import { readStarter } from '../../host/starter/read-starter.ts'
import { createStarter } from '../../host/starter/starter-notebook.ts'

/** Read first: a starter that does not fit must not leave an empty notebook behind. */
export async function createNotebookWithStarter(folder: string, resourcesFolder: string, options: OpenOptions): Promise<OpenNotebook> {
  const { title } = await readStarter(resourcesFolder)
  const notebook = await openNotebook(folder, { ...options, create: { title } })
  try {
    await createStarter(notebook, resourcesFolder)
    return notebook
  } catch (error) {
    await notebook.close()
    throw error
  }
}
