// The built window, read once at start: what is not in this list does not exist, so no address can lead out of the folder.

import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

type Asset = { bytes: Buffer; type: string; isHashed: boolean }
export type Assets = { page: string; files: ReadonlyMap<string, Asset> }

const types = new Map([
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.ico', 'image/x-icon'],
  ['.webp', 'image/webp'],
  ['.woff', 'font/woff'],
  ['.woff2', 'font/woff2'],
  ['.ttf', 'font/ttf'],
  ['.wasm', 'application/wasm'],
  ['.txt', 'text/plain; charset=utf-8'],
])

/** Vite puts the content's hash into the names of what it builds into `assets/`: such a file never changes. */
const hashedName = /^\/assets\/.+-[\w-]{8,}\.\w+$/

/**
 * A few megabytes, kept in memory: a build that runs meanwhile cannot be served by halves. Symbolic links and files of other types are left out.
 * Rejects where the folder has no index.html.
 */
export async function readAssets(folder: string): Promise<Assets> {
  const files = new Map<string, Asset>()
  await readFolder(folder, '/', files)
  let page: string
  try {
    page = await readFile(join(folder, 'index.html'), 'utf8')
  } catch {
    throw new Error(`the window is not built (no index.html in ${folder}): run \`npm run build\``)
  }
  return { page, files }
}

async function readFolder(folder: string, path: string, files: Map<string, Asset>): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const entryPath = `${path}${entry.name}`
    const type = types.get(extname(entry.name).toLowerCase())
    if (entry.isDirectory()) await readFolder(join(folder, entry.name), `${entryPath}/`, files)
    else if (entry.isFile() && type) {
      files.set(encodeURI(entryPath), { bytes: await readFile(join(folder, entry.name)), type, isHashed: hashedName.test(entryPath) })
    }
  }
}
