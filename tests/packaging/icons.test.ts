// The icons in the tree are those of the one drawing: rendered again, they show the same.

import { readFile } from 'node:fs/promises'
import { Resvg } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import { drawing, drawPng, makeIcons } from '../../tools/make-icons.ts'

const svg = await readFile(drawing, 'utf8')
const icons = await makeIcons(svg)

test.each([...icons.keys()].filter((path) => path.endsWith('.png')))('%s shows the drawing', async (path) => {
  expect(differingShare(await readFile(path), icons.get(path)!)).toBeLessThan(0.001)
})

test('the icon of the page is the drawing itself', async () => {
  expect(await readFile('src/renderer/icon.svg', 'utf8')).toBe(svg)
})

test('Windows has its sizes in one file, each with the drawing', async () => {
  const file = await readFile('build/icons/footing.ico')
  const count = file.readUInt16LE(4)
  const sizes = Array.from({ length: count }, (_, index) => file.readUInt8(6 + 16 * index) || 256)
  expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256])
  expect(sameBytesShare(file, icons.get('build/icons/footing.ico')!)).toBeGreaterThan(0.99)
})

test('macOS has its sizes in one file, each with the drawing and the margin that its icons have', async () => {
  const entries = readIcns(await readFile('build/icons/footing.icns'))
  const fresh = readIcns(Buffer.from(icons.get('build/icons/footing.icns')!))
  expect([...entries.keys()].sort()).toEqual(['ic04', 'ic05', 'ic07', 'ic08', 'ic09', 'ic10', 'ic11', 'ic12', 'ic13', 'ic14'])
  for (const [place, bytes] of entries) {
    if (bytes.subarray(1, 4).toString() === 'PNG') expect(differingShare(bytes, fresh.get(place)!), place).toBeLessThan(0.001)
  }
  const { pixels, width } = decode(entries.get('ic10')!)
  const alphaAt = (x: number, y: number) => pixels[4 * (y * width + x) + 3]
  expect(width).toBe(1024)
  expect([alphaAt(90, 512), alphaAt(110, 512), alphaAt(512, 934)]).toEqual([0, 255, 0])
})

test('another drawing gives other icons', () => {
  const other = svg.replace('#0f5e63', '#b3372f')
  expect(differingShare(drawPng(other, 64), drawPng(svg, 64))).toBeGreaterThan(0.05)
})

/** The share of pixels that differ by more than rounding: processors of other makes round otherwise. */
function differingShare(one: Uint8Array, other: Uint8Array): number {
  const [first, second] = [decode(one), decode(other)]
  if (first.width !== second.width || first.pixels.length !== second.pixels.length) return 1
  const differing = first.pixels.filter((value, index) => Math.abs(value - second.pixels[index]!) > 3).length
  return differing / first.pixels.length
}

function sameBytesShare(one: Uint8Array, other: Uint8Array): number {
  return one.length === other.length ? one.filter((value, index) => value === other[index]).length / one.length : 0
}

/** The renderer reads PNG files too, as pictures of a drawing. */
function decode(png: Uint8Array): { pixels: Buffer; width: number } {
  const size = Buffer.from(png).readUInt32BE(16)
  const picture = `<image width="${size}" height="${size}" href="data:image/png;base64,${Buffer.from(png).toString('base64')}"/>`
  const { pixels, width } = new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${picture}</svg>`).render()
  return { pixels, width }
}

/** Each entry is four letters, its length with these eight bytes, and its content. */
function readIcns(file: Buffer): Map<string, Buffer> {
  const entries = new Map<string, Buffer>()
  for (let offset = 8; offset < file.length; offset += file.readUInt32BE(offset + 4)) {
    entries.set(file.toString('latin1', offset, offset + 4), file.subarray(offset + 8, offset + file.readUInt32BE(offset + 4)))
  }
  return entries
}
