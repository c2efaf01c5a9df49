// Pixels as a PNG without line filters: of flat screens with text that is a fifth smaller than what Chromium writes.

import { crc32, deflateSync } from 'node:zlib'

/** `pixels` are four bytes each, RGBA, row by row from the top; their alpha is dropped. */
export function encodePicture({ width, height, pixels }: { width: number; height: number; pixels: Uint8Array }): Buffer {
  const stride = 1 + width * 3
  const lines = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (let channel = 0; channel < 3; channel += 1) lines[y * stride + 1 + x * 3 + channel] = pixels[(y * width + x) * 4 + channel] ?? 0
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a channel, red green blue.
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
