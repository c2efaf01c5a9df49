// Fields of bibliographies may hold a little HTML (CSL-JSON's rich text, JATS abstracts): a source's fields are plain.

import { decodeHTML } from 'entities'

const tags = /<\/?(?:i|b|em|strong|sub|sup|sc|span|u|code|pre|a|div|p|br|jats:[a-z-]+)(?:\s[^<>]*)?\/?>/gi

export function plainText(text: string): string {
  if (!/[<&]/.test(text)) return text
  const broken = text.replace(/<\/(?:p|div|jats:p|jats:title)>|<br\s*\/?>/gi, '\n')
  const bare = broken.replace(tags, '')
  return /&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(bare) ? decodeHTML(bare) : bare
}
