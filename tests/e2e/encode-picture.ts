// Pixels as a small PNG: 256 colours of the picture, the commonest and the most different, without line filters. A screen of text has hardly more that can be told apart.

import { crc32, deflateSync } from 'node:zlib'

const mostColours = 256
/** So many of them for what is rare and unlike anything else, such as the red of a single mark. */
const mostApart = 150
const apart = 900

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

/** The colours, and for every colour of the picture the place of the nearest of them. Ties go to the smaller number: a picture has one palette. */
function choosePalette(words: Uint32Array): { colours: number[]; indexOf: Map<number, number> } {
  const counts = new Map<number, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const sorted = [...counts].sort(([one, oneCount], [other, otherCount]) => otherCount - oneCount || one - other).map(([word]) => word)
  const chosen = new Set<number>()
  const palette: number[][] = []
  for (const word of sorted) {
    if (chosen.size === mostApart) break
    const channels = channelsOf(word)
    if (palette.some((other) => distanceOf(channels, other) < apart)) continue
    chosen.add(word)
    palette.push(channels)
  }
  for (const word of sorted) if (chosen.size < mostColours) chosen.add(word)
  const colours = [...chosen]
  const all = colours.map(channelsOf)
  const places = new Map(colours.map((word, position) => [word, position]))
  return { colours, indexOf: new Map(sorted.map((word) => [word, places.get(word) ?? nearest(all, channelsOf(word))])) }
}

function nearest(palette: readonly number[][], channels: readonly number[]): number {
  let found = 0
  let least = Number.POSITIVE_INFINITY
  for (const [position, other] of palette.entries()) {
    const distance = distanceOf(channels, other)
    if (distance >= least) continue
    least = distance
    found = position
  }
  return found
}

/** Green counts twice: the eye sees it best. */
function distanceOf([red = 0, green = 0, blue = 0]: readonly number[], [otherRed = 0, otherGreen = 0, otherBlue = 0]: readonly number[]): number {
  return (red - otherRed) ** 2 + 2 * (green - otherGreen) ** 2 + (blue - otherBlue) ** 2
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
