// The highlights that a sentence names by citekey and number, as in `[@sina2025-exit#h7]`.

export type Reference = { citekey: string; highlight: number }

const REFERENCE = /@?([\p{L}\p{N}_](?:[\p{L}\p{N}_:.+/-]*[\p{L}\p{N}_])?)#h([1-9]\d{0,8})(?![\p{L}\p{N}_])/gu

/** In the order of the text, each once. */
export function findReferences(text: string): Reference[] {
  const found = new Map<string, Reference>()
  for (const [, citekey = '', number = ''] of text.matchAll(REFERENCE)) found.set(`${citekey}#${number}`, { citekey, highlight: Number(number) })
  return [...found.values()]
}

/** The reference that `text` is as a whole. */
export function findReference(text: string): Reference | undefined {
  const [reference] = findReferences(text)
  return reference && text.replace(/^@/, '') === `${reference.citekey}#h${reference.highlight}` ? reference : undefined
}
