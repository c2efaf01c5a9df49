// Where the files lie that ship beside the code.

import { fileURLToPath } from 'node:url'

/** The starter notebook and the like. */
export const resourcesFolder = fileURLToPath(new URL('../../resources/', import.meta.url))

/** The window, as `npm run build` makes it. */
export const rendererFolder = fileURLToPath(new URL('../../out/renderer/', import.meta.url))
