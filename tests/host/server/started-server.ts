// A real local server over a notebook in memory, with a small built window and some files that must never be served.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LocalServer, type LocalServerOptions, startLocalServer } from '../../../src/host/server/start-local-server.ts'
import { type MemoryNotebook, makeMemoryNotebook } from '../session/memory-notebook.ts'
import { request, sendRaw } from './raw-request.ts'

export const pictureHash = 'a'.repeat(64)
const secret = 'SECRET-OUTSIDE'

export type StartedServer = LocalServer & { notebook: MemoryNotebook; folder: string; stop: () => Promise<void>; openSession: () => Promise<string> }

export async function startTestServer(options: Partial<LocalServerOptions> = {}): Promise<StartedServer> {
  const root = mkdtempSync(join(tmpdir(), 'footing-server-'))
  const assets = join(root, 'renderer')
  const folder = join(root, 'notebook')
  for (const path of [join(assets, 'assets'), join(folder, 'files'), join(folder, 'texts')]) mkdirSync(path, { recursive: true })
  writeFileSync(join(root, 'secret.txt'), secret)
  writeFileSync(join(root, 'secret.js'), secret)
  writeFileSync(join(folder, 'notebook.json'), secret)
  writeFileSync(join(folder, 'texts', `${pictureHash}.md`), secret)
  writeFileSync(
    join(assets, 'index.html'),
    '<!doctype html><meta name="style-nonce" content="__STYLE_NONCE__"><script type="module" src="/assets/index-Ab12Cd34.js"></script>',
  )
  writeFileSync(join(assets, 'assets', 'index-Ab12Cd34.js'), 'document.title = "Footing"')
  writeFileSync(join(assets, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(assets, '.env'), secret)
  writeFileSync(join(assets, 'notes.exe'), secret)
  symlinkSync(join(root, 'secret.js'), join(assets, 'linked.js'))
  symlinkSync(root, join(assets, 'up'))
  writeFileSync(join(folder, 'files', `${pictureHash}.png`), Buffer.from([0x89, 0x50, 0x4e, 0x47]))
  writeFileSync(join(folder, 'files', `${pictureHash}.svg`), '<svg onload="alert(1)"/>')
  writeFileSync(join(folder, 'files', `${pictureHash}.html`), secret)
  symlinkSync(join(root, 'secret.txt'), join(folder, 'files', `${'b'.repeat(64)}.png`))
  mkdirSync(join(folder, 'files', `${'c'.repeat(64)}.png`))
  const notebook = makeMemoryNotebook()
  const server = await startLocalServer({ notebook: Object.assign(notebook, { folder }), assets, ...options })
  return {
    ...server,
    notebook,
    folder,
    openSession: async () => {
      const { headers } = await sendRaw(server.port, request(server.port, `GET /?token=${server.token}`))
      return headers.get('set-cookie')?.split(';')[0] ?? ''
    },
    stop: async () => {
      await server.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

export const isSecret = (text: string): boolean => text.includes(secret)
