// Hexadecimal as hex editors show it: an offset, sixteen bytes, and what of them is a letter.

const width = 16

/** `hex` has two digits a byte. */
export function hexLines(hex: string): string {
  const lines: string[] = []
  for (let start = 0; start < hex.length; start += width * 2) {
    const bytes = hex.slice(start, start + width * 2).match(/../g) ?? []
    const letters = bytes.map((byte) => {
      const code = Number.parseInt(byte, 16)
      return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '·'
    })
    lines.push(`${(start / 2).toString(16).padStart(8, '0')}  ${bytes.join(' ').padEnd(width * 3 - 1)}  ${letters.join('')}`)
  }
  return lines.join('\n')
}
