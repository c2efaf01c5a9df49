// Which pictures a notebook keeps: raster images, told by their first bytes, since a name or a media type can say anything.

/** 25 MB: a photograph of any phone, a screenshot of any screen. */
export const maxImageBytes = 25_000_000

export type ImageExtension = 'png' | 'jpg' | 'gif' | 'webp' | 'avif'

const ascii = (bytes: Uint8Array, start: number, end: number) => String.fromCharCode(...bytes.subarray(start, end))

/** The extension for a picture that begins with these bytes (twelve are enough, thirty-two for AVIF); undefined where it is none that is kept. */
export function imageExtensionOf(bytes: Uint8Array): ImageExtension | undefined {
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpg'
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return 'gif'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp'
  // ISO 14496-12: a box `ftyp` with its brands, of which one says AVIF (AV1 Image File Format, 6.2).
  if (ascii(bytes, 4, 8) === 'ftyp' && /avi[fs]/.test(ascii(bytes, 8, 32))) return 'avif'
  return undefined
}
