// An excerpt of Markdown as it would be read: without the marks, and with the match where it was.
//
// The excerpt is a cut of a line, so that no parser would make sense of it; what is taken away are the marks themselves, never within the match.

export type Excerpt = { before: string; match: string; after: string }

/** Each gives the part that stays as its first group; what stands around it is taken away. */
const marks: readonly RegExp[] = [
  // Headings, quotes and list items at the beginning of the line.
  /^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+)+()/g,
  // Table rows, and a bracket that the beginning of the excerpt cut off.
  /^\s*\|\s*()/g,
  /\s*\|\s*()$/g,
  /^([^[\]]*)\](?!\])/g,
  /\[@([^[\]]+)\]/g,
  /\[\[(?:[^\]|]+\|)?([^\]|]+)\]\]/g,
  /!?\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)/g,
  // One that the end of the excerpt cuts in two.
  /!?\[([^\]]*)\]\([^)]*$/g,
  /\*\*\*(?=\S)(.+?)\*\*\*/g,
  /\*\*(?=\S)(.+?)\*\*/g,
  /(?<![\p{L}\p{N}])__(?=\S)(.+?)__(?![\p{L}\p{N}])/gu,
  /(?<![*\p{L}\p{N}])\*(?=[^\s*])([^*]+)\*(?!\*)/gu,
  /(?<![_\p{L}\p{N}])_(?=[^\s_])([^_]+)_(?![_\p{L}\p{N}])/gu,
  /~~(?=\S)(.+?)~~/g,
  /`+([^`]+)`+/g,
  // Strong emphasis that the excerpt cuts in two.
  /\*\*()/g,
]

export function asRead({ before, match, after }: Excerpt): Excerpt {
  let [left, right] = [before.length, before.length + match.length]
  let text = before + match + after
  for (const mark of marks) {
    const cuts: [start: number, end: number][] = []
    for (const found of text.matchAll(mark)) {
      const [whole, kept = ''] = found
      const keptStart = found.index + whole.indexOf(kept, kept === '' ? whole.length : 0)
      const pair: [number, number][] = [
        [found.index, keptStart],
        [keptStart + kept.length, found.index + whole.length],
      ]
      // A mark that the match itself holds is what was looked for.
      if (pair.every(([start, end]) => end <= left || start >= right || start === end)) cuts.push(...pair)
    }
    for (const [start, end] of cuts.toReversed()) {
      text = text.slice(0, start) + text.slice(end)
      if (end <= left) {
        left -= end - start
        right -= end - start
      }
    }
  }
  return { before: text.slice(0, left), match: text.slice(left, right), after: text.slice(right) }
}
