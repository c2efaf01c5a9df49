// What `app://footing/` answers, and that no address leads out of it.

import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAssets } from '../../src/host/server/read-assets.ts'
import { answerAppRequests } from '../../src/main/app-protocol.ts'

const picture = Buffer.from('89504e470d0a1a0a', 'hex')
const hash = createHash('sha256').update(picture).digest('hex')
const linked = 'a'.repeat(64)
let folder = ''
let answer: (request: Request) => Promise<Response>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footing-app-'))
  await mkdir(join(folder, 'window/assets'), { recursive: true })
  await mkdir(join(folder, 'notebook/files'), { recursive: true })
  await writeFile(join(folder, 'window/index.html'), '<meta name="style-nonce" content="__STYLE_NONCE__">')
  await writeFile(join(folder, 'window/assets/index-12345678.js'), 'run()')
  await writeFile(join(folder, 'notebook/notebook.json'), 'secret')
  await writeFile(join(folder, 'secret.js'), 'secret')
  await writeFile(join(folder, `notebook/files/${hash}.png`), picture)
  await symlink(join(folder, 'secret.js'), join(folder, `notebook/files/${linked}.png`))
  const assets = readAssets(join(folder, 'window'))
  answer = answerAppRequests(
    () => assets,
    () => [join(folder, 'another notebook'), join(folder, 'notebook')],
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const get = (address: string, method = 'GET') => answer(new Request(address, { method }))

test('the page carries its policy, with a nonce of its own each time', async () => {
  const pages = await Promise.all([get('app://footing/'), get('app://footing/index.html')])
  const nonces = await Promise.all(
    pages.map(async (page) => {
      expect(page.status).toBe(200)
      const [, nonce = ''] = /content="([\w-]{16,})"/.exec(await page.text()) ?? []
      const policy = page.headers.get('Content-Security-Policy') ?? ''
      expect(policy.split('; ')).toEqual(
        expect.arrayContaining(["default-src 'none'", "script-src 'self'", "connect-src 'self'", `style-src 'self' 'nonce-${nonce}'`]),
      )
      expect(policy).toContain("require-trusted-types-for 'script'")
      expect(policy).not.toMatch(/ws:|http|unsafe|\*/)
      expect(page.headers.get('X-Content-Type-Options')).toBe('nosniff')
      return nonce
    }),
  )
  expect(nonces[0]).not.toBe(nonces[1])
})

test('the window’s files and the notebook’s pictures are served with their types', async () => {
  const script = await get('app://footing/assets/index-12345678.js')
  expect([script.status, script.headers.get('Content-Type'), await script.text()]).toEqual([200, 'text/javascript; charset=utf-8', 'run()'])
  const image = await get(`app://footing/files/${hash}.png`)
  expect([image.status, image.headers.get('Content-Type')]).toEqual([200, 'image/png'])
  expect(Buffer.from(await image.arrayBuffer())).toEqual(picture)
  const head = await get(`app://footing/files/${hash}.png`, 'HEAD')
  expect([head.status, (await head.arrayBuffer()).byteLength]).toEqual([200, 0])
})

test.each([
  ['app://footing/../secret.js'],
  ['app://footing/assets/../../secret.js'],
  ['app://footing/%2e%2e/secret.js'],
  ['app://footing/..%2fsecret.js'],
  ['app://footing/assets/..%5c..%5csecret.js'],
  ['app://footing//etc/passwd'],
  ['app://footing/notebook.json'],
  ['app://footing/files/../notebook.json'],
  [`app://footing/files/${linked}.png`],
  [`app://footing/files/${hash.toUpperCase()}.png`],
  ['app://footing.example/'],
  ['app://other/index.html'],
  ['app://footing:8080/'],
])('%s is not there', async (address) => {
  const response = await get(address)
  expect(response.status).toBe(404)
  expect(await response.text()).not.toContain('secret')
})

test.each([['POST'], ['PUT'], ['DELETE']])('%s is refused', async (method) => {
  expect((await get('app://footing/', method)).status).toBe(405)
})
