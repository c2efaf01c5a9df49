// Answers `app://footing/…`: the built window and the notebooks' pictures, with the headers that the local server sends.

import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Assets } from '../host/server/read-assets.ts'
import { pagePolicy, securityHeaders } from '../host/server/security-headers.ts'
import { openImage, type StoredImage } from '../host/server/serve-file.ts'
import { isAppAddress } from './security/trusted-sender.ts'

/** What is not in the assets, and no picture of an open notebook by its hash, does not exist: no address leads out of these folders. */
export function answerAppRequests(
  readAssets: () => Promise<Assets>,
  notebookFolders: () => readonly string[],
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isAppAddress(request.url)) return refuse(404)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
    const path = new URL(request.url).pathname
    const hasBody = request.method === 'GET'
    const assets = await readAssets()
    if (path === '/' || path === '/index.html') {
      const nonce = randomBytes(16).toString('base64url')
      const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': pagePolicy(undefined, nonce) }
      return answer(200, headers, hasBody ? assets.page.replaceAll('__STYLE_NONCE__', nonce) : null)
    }
    const asset = assets.files.get(path)
    if (asset) return answer(200, { 'Content-Type': asset.type }, hasBody ? new Uint8Array(asset.bytes) : null)
    const image = await findImage(notebookFolders(), path)
    if (!image) return refuse(404)
    const headers = { 'Content-Type': image.type, 'Content-Length': String(image.size) }
    if (hasBody) return answer(200, headers, Readable.toWeb(image.file.createReadStream()) as ReadableStream<Uint8Array>)
    await image.file.close()
    return answer(200, headers, null)
  }
}

/** In whichever open notebook has it: the name is the hash of its bytes, so it is the same picture everywhere. */
async function findImage(folders: readonly string[], path: string): Promise<StoredImage | undefined> {
  for (const folder of folders) {
    const image = await openImage(folder, path)
    if (image) return image
  }
  return undefined
}

function answer(status: number, headers: Record<string, string>, body: ConstructorParameters<typeof Response>[0]): Response {
  // Nothing is kept between runs: the next build has other files under the same address.
  return new Response(body, { status, headers: { ...securityHeaders, 'Cache-Control': 'no-store', ...headers } })
}

function refuse(status: 404 | 405): Response {
  return answer(status, { 'Content-Type': 'text/plain; charset=utf-8' }, status === 404 ? 'not found\n' : 'method not allowed\n')
}
