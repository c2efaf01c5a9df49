// A picture comes in piece by piece, and nothing else is kept.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { maxImageBytes } from '../../../src/core/records/image-file.ts'
import { Uploads } from '../../../src/host/session/uploads.ts'
import { nodeFileSystem } from '../../../src/host/storage/file-system.ts'
import { storeImage } from '../../../src/host/storage/store-image.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
function made() {
  const folder = mkdtempSync(join(tmpdir(), 'footing-uploads-'))
  folders.push(folder)
  return { folder, uploads: new Uploads((bytes) => storeImage(nodeFileSystem, folder, bytes)) }
}
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(5_000, 7)])
const pieceOf = (bytes: Buffer, start: number, end: number, upload = 'one') => ({
  upload,
  start,
  size: bytes.length,
  data: bytes.subarray(start, end).toString('base64'),
})

describe('an upload', () => {
  it('is kept under the hash of its bytes once its last piece is there', async () => {
    const { folder, uploads } = made()
    expect(await uploads.take(pieceOf(png, 0, 3_000))).toEqual({ ok: true, received: 3_000 })
    const answer = await uploads.take(pieceOf(png, 3_000, png.length))
    expect(answer).toMatchObject({ ok: true, received: png.length, file: expect.stringMatching(/^files\/[0-9a-f]{64}\.png$/) })
    if (answer.ok) expect(readFileSync(join(folder, answer.file ?? '')).equals(png)).toBe(true)
    expect(await uploads.take(pieceOf(png, 0, png.length, 'again'))).toEqual(answer)
    expect(await readdir(join(folder, 'files'))).toHaveLength(1)
  })

  it('begins again where a piece is missing', async () => {
    const { uploads } = made()
    expect(await uploads.take(pieceOf(png, 3_000, png.length))).toMatchObject({ ok: false, error: { code: 'stale' } })
    await uploads.take(pieceOf(png, 0, 1_000))
    expect(await uploads.take(pieceOf(png, 2_000, 3_000))).toMatchObject({ ok: false, error: { code: 'stale' } })
  })

  it('is pushed out by the fifth that is begun', async () => {
    const { uploads } = made()
    for (const name of ['one', 'two', 'three', 'four', 'five']) await uploads.take(pieceOf(png, 0, 1_000, name))
    expect(await uploads.take(pieceOf(png, 1_000, 2_000, 'one'))).toMatchObject({ ok: false, error: { code: 'stale' } })
    expect(await uploads.take(pieceOf(png, 1_000, 2_000, 'two'))).toMatchObject({ ok: true, received: 2_000 })
  })

  it.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'invalid'],
    ['a page named as a picture', Buffer.from('<!doctype html><script>alert(1)</script>'), 'invalid'],
  ])('%s is refused', async (_, bytes, code) => {
    const { folder, uploads } = made()
    expect(await uploads.take(pieceOf(bytes, 0, bytes.length))).toMatchObject({ ok: false, error: { code } })
    expect(await readdir(folder)).toEqual([])
  })

  it('of more than is kept is refused before its bytes are taken', async () => {
    const { uploads } = made()
    expect(await uploads.take({ upload: 'big', start: 0, size: maxImageBytes + 1, data: 'AAAA' })).toMatchObject({
      ok: false,
      error: { code: 'too-large', message: 'a picture can have 25 MB' },
    })
  })
})

describe('a picture is told by its bytes', () => {
  it.each([
    ['png', '89504e470d0a1a0a00000000'],
    ['jpg', 'ffd8ffe000104a4649460001'],
    ['gif', '474946383961010001000000'],
    ['webp', '52494646240000005745425056503820'],
    ['avif', '0000001c667479706d696631000000006d69663161766966'],
  ])('%s', async (extension, hex) => {
    const { folder } = made()
    expect(await storeImage(nodeFileSystem, folder, Buffer.from(hex, 'hex'))).toMatch(new RegExp(`\\.${extension}$`))
  })
})
