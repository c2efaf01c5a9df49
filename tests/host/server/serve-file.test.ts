// Pictures of the notebook by their names: every raster type as what it is, and nothing else, whatever the address.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openImage } from '../../../src/host/server/serve-file.ts'

const hash = 'ab'.repeat(32)
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'footing-files-'))
  mkdirSync(join(folder, 'files'))
  for (const extension of ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'svg', 'html', 'pngx', 'tiff'])
    writeFileSync(join(folder, 'files', `${hash}.${extension}`), extension)
  writeFileSync(join(folder, 'files', 'x.png'), 'x')
  mkdirSync(join(folder, 'files', `${'cd'.repeat(32)}.png`))
  symlinkSync(join(folder, 'files', 'x.png'), join(folder, 'files', `${'ef'.repeat(32)}.png`))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = async (path: string) => {
  const image = await openImage(folder, path)
  if (!image) return undefined
  const text = (await image.file.readFile()).toString()
  await image.file.close()
  return [image.type, image.size, text]
}

test.each([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
])('%s is %s', async (extension, type) => {
  expect(await read(`/files/${hash}.${extension}`)).toEqual([type, extension.length, extension])
})

test.each([
  '',
  '/',
  '/files/',
  '/files/x.png',
  `/files/${hash}`,
  `/files/${hash}.svg`,
  `/files/${hash}.html`,
  `/files/${hash}.tiff`,
  `/files/${hash}.pngx`,
  `/files/${hash}.png/`,
  `/files/${hash}.png.html`,
  `/x/files/${hash}.png`,
  `x/files/${hash}.png`,
  `/files/../files/${hash}.png`,
  `/files/${hash.toUpperCase()}.png`,
  `/files/${hash}xpng`,
  `/files/${hash.slice(2)}.png`,
  `/files/${'00'.repeat(32)}.png`,
  `/files/${'cd'.repeat(32)}.png`,
  ...(process.platform === 'win32' ? [] : [`/files/${'ef'.repeat(32)}.png`]),
])('%j is no picture', async (path) => {
  expect(await read(path)).toBeUndefined()
})
