// Links of a note to other notes by their files, `[words](../folder/note.md#Heading)`, as wikilinks: a notebook has no files to link to.

import { findCode } from './code-ranges.ts'

const LINK =
  /(?<![!\\])\[([^[\]\r\n|\\]{1,1000})\]\([ \t]*(?:<([^<>\r\n]{1,2000}\.md(?:#[^<>\r\n]{0,500})?)>|([^\s()<>]{1,2000}\.md(?:#[^\s()<>]{0,500})?))(?:[ \t]+"[^"\r\n]{0,1000}")?[ \t]*\)/gi

/** All else stays byte for byte. */
export function wikilinksOfFileLinks(markdown: string): string {
  if (!/\.md[#)> \t]/i.test(markdown)) return markdown
  let code: ReturnType<typeof findCode> | undefined
  return markdown.replace(LINK, (link: string, words: string, inBrackets: string | undefined, plain: string | undefined, at: number) => {
    const address = inBrackets ?? plain ?? ''
    const target = targetOf(address)
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address) || target === undefined) return link
    code ??= findCode(markdown)
    if (code.has(at)) return link
    return words === target ? `[[${target}]]` : `[[${target}|${words}]]`
  })
}

/** The folders from the note on are kept, so that of two notes of one name the one is meant. */
function targetOf(address: string): string | undefined {
  const [path = '', place] = decoded(address).split(/\.md(?=#|$)/i)
  const target = path.replace(/^(?:\.{0,2}\/)+/, '') + (place ?? '')
  return target === '' || /[[\]|\\\r\n]/.test(target) ? undefined : target
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
