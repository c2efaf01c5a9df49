// The name of an exported file: the title's letters in any script, safe on Windows, macOS and Linux alike.

const maxBytes = 120
const extension = '.md'

// Also with an extension, and in any case (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com\d|lpt\d)$/

/** `SoftBank’s bet: $5.83 billion` to `softbank-s-bet-5-83-billion.md`; at most 120 bytes of UTF-8. */
export function exportFileName(title: string): string {
  // NFKC: one title has one name whatever keyboard wrote it, and the digits of `COM¹` are seen.
  const words =
    title
      .toWellFormed()
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const name = cutToBytes(words.join('-'), maxBytes - extension.length).replace(/-+$/, '')
  if (name === '') return `untitled${extension}`
  return reserved.test(name) ? `footing-${name}${extension}` : name + extension
}

function cutToBytes(text: string, limit: number): string {
  const encoder = new TextEncoder()
  let cut = ''
  let bytes = 0
  for (const character of text) {
    bytes += encoder.encode(character).length
    if (bytes > limit) break
    cut += character
  }
  return cut
}
