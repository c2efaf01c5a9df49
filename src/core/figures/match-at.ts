// A sticky pattern tried at one place of a text.

/** Patterns for `matchAt` are written without flags `g` and `y`, as sources that the word tables can be put into. */
export function patternAt(source: string, flags = ''): RegExp {
  return new RegExp(source, `y${flags}`)
}

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** What words begin with, small letters and capitals: one look spares most places of a text the pattern of all of them. */
export function startsOf(words: Iterable<string>): ReadonlySet<number> {
  const starts = new Set<number>()
  for (const word of words) for (const letter of [word, word.toLowerCase(), word.toUpperCase()]) starts.add(letter.charCodeAt(0))
  return starts
}

/** Words to one alternative, longest first: "million" must not stop at "m". */
export function oneOf(words: Iterable<string>): string {
  return [...words]
    .toSorted((one, other) => other.length - one.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '[ \\u202f-]?'))
    .join('|')
}
