// Where the files lie that ship beside the code.

import { fileURLToPath } from 'node:url'

/** The starter notebook and the like. */
export const resourcesFolder = fileURLToPath(new URL('../../resources/', import.meta.url))

export const projectFolder = fileURLToPath(new URL('../../', import.meta.url))

/** The window, as `npm run build` makes it; FOOTING_WINDOW names another build, for work on the window and for tests. */
export const rendererFolder = process.env.FOOTING_WINDOW || fileURLToPath(new URL('../../out/renderer/', import.meta.url))
