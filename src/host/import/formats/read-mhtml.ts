// A page saved as one file, MHTML (RFC 2557): its parts by the names under which the page shows them.

const maxParts = 5_000

export type MhtmlPage = { html: Uint8Array; charset: string | undefined; url: string; parts: Map<string, Uint8Array> }

type Part = { headers: Map<string, string>; body: string }

/** Undefined where it is none, or holds no page. Text is latin1 here: one character is one byte. */
export function readMhtml(bytes: Uint8Array): MhtmlPage | undefined {
  const whole = parsePart(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
  const [, quoted, plain] = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(whole.headers.get('content-type') ?? '') ?? []
  const boundary = quoted ?? plain
  const texts = boundary === undefined ? [] : whole.body.split(`--${boundary}`).slice(1, maxParts)
  const all = boundary === undefined ? [whole] : texts.filter((text) => !text.startsWith('--')).map((text) => parsePart(text.replace(/^\r?\n/, '')))
  const page = all.find(({ headers }) => /text\/html|application\/xhtml/i.test(headers.get('content-type') ?? ''))
  if (!page) return undefined
  const parts = new Map<string, Uint8Array>()
  for (const part of all) {
    if (part === page || !/^image\//i.test(part.headers.get('content-type') ?? '')) continue
    const body = decodeBody(part)
    const location = part.headers.get('content-location')
    const id = part.headers.get('content-id')?.replace(/^<|>$/g, '')
    if (location) parts.set(location, body)
    if (id) parts.set(`cid:${id}`, body)
  }
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(page.headers.get('content-type') ?? '')?.[1]
  const url = page.headers.get('content-location') ?? whole.headers.get('snapshot-content-location') ?? ''
  return { html: decodeBody(page), charset, url, parts }
}

function parsePart(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text)
  const head = end ? text.slice(0, end.index) : text
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([\w-]+):[ \t]*(.*)$/.exec(line) ?? []
    if (name !== undefined && value !== undefined && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value.trim())
  }
  return { headers, body: end ? text.slice(end.index + end[0].length) : '' }
}

function decodeBody({ headers, body }: Part): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const text = body
    .replace(/[ \t]*=\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_code, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
  return Buffer.from(text, 'latin1')
}
