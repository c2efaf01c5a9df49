// Pixels as a small PNG: 256 colours, the commonest of the picture, without line filters. A screen of text has hardly more that can be told apart.

import { crc32, deflateSync } from 'node:zlib'

const mostColours = 256

/** `pixels` are four bytes each, RGBA, row by row from the top; their alpha is dropped. */
export function encodePicture({ width, height, pixels }: { width: number; height: number; pixels: Uint8Array }): Buffer {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height)
  const { colours, indexOf } = choosePalette(words)
  const stride = 1 + width
  const lines = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) lines[y * stride + 1 + x] = indexOf.get(words[y * width + x] ?? 0) ?? 0
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a pixel, by palette.
  header.set([8, 3, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flatMap(channelsOf))),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The commonest colours, and for every colour of the picture the place of the nearest of them. Ties go to the smaller number, so that a picture has one palette. */
function choosePalette(words: Uint32Array): { colours: number[]; indexOf: Map<number, number> } {
  const counts = new Map<number, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const sorted = [...counts].sort(([one, oneCount], [other, otherCount]) => otherCount - oneCount || one - other).map(([word]) => word)
  const colours = sorted.slice(0, mostColours)
  const palette = colours.map(channelsOf)
  const indexOf = new Map(sorted.map((word, position) => [word, position < mostColours ? position : nearest(palette, channelsOf(word))]))
  return { colours, indexOf }
}

function nearest(palette: readonly number[][], [red = 0, green = 0, blue = 0]: readonly number[]): number {
  let found = 0
  let least = Number.POSITIVE_INFINITY
  for (const [position, [otherRed = 0, otherGreen = 0, otherBlue = 0]] of palette.entries()) {
    const distance = (red - otherRed) ** 2 + 2 * (green - otherGreen) ** 2 + (blue - otherBlue) ** 2
    if (distance >= least) continue
    least = distance
    found = position
  }
  return found
}

/** Red, green and blue; the lowest byte is red. */
function channelsOf(word: number): number[] {
  return [word & 0xff, (word >>> 8) & 0xff, (word >>> 16) & 0xff]
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
