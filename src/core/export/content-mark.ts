// A short mark of a content, for the names of files that are made from it.

/** Eight hex digits (FNV-1a over UTF-16 units): equal contents have equal marks; that unequal ones differ is likely, and no safeguard. */
export function contentMark(content: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < content.length; index += 1) hash = Math.imul(hash ^ content.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
