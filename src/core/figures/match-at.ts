// A sticky pattern tried at one place of a text.

/** Patterns for `matchAt` are written without flags `g` and `y`, as sources that the word tables can be put into. */
export function patternAt(source: string, flags = ''): RegExp {
  return new RegExp(source, `y${flags}`)
}

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Words to one alternative, longest first: "million" must not stop at "m". */
export function oneOf(words: Iterable<string>): string {
  return [...words]
    .toSorted((one, other) => other.length - one.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '[ \\u202f-]?'))
    .join('|')
}
