// Bytes of a file to text: UTF-8, or UTF-16 where a byte order mark says so. Guessing other encodings would garble quotes silently.

export type DecodedText = { ok: true; text: string } | { ok: false; reason: string }

/** The text as it stands, line endings included; only a byte order mark goes. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes
  // UTF-32 marks begin as UTF-16's do; their zero bytes are found below.
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le', 'damaged UTF-16 text')
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be', 'damaged UTF-16 text')
  if (bytes.includes(0)) return { ok: false, reason: 'not a text file' }
  return decode(bytes, 'utf-8', 'not UTF-8 text: save it as UTF-8 first')
}

function decode(bytes: Uint8Array, encoding: string, failure: string): DecodedText {
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return { ok: false, reason: failure }
  }
  return hasBinaryCharacters(text) ? { ok: false, reason: 'not a text file' } : { ok: true, text }
}

/** Tab, newlines and form feed are text, and so is the escape of terminal logs; other control characters are not. */
function hasBinaryCharacters(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)
}
