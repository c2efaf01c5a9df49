// Where code stands in Markdown: what looks like a link, a picture or a tag there is none. Linear, and without a lexer, which costs a hundred times more.

export type CodeRanges = { has: (offset: number) => boolean }

/** Fenced blocks (in quotes and lists too) and code spans. Blocks by indentation are left out: notes indent lists more often than code. */
export function findCode(markdown: string): CodeRanges {
  const ranges: [start: number, end: number][] = []
  let fence: string | undefined
  let blockStart = 0
  let proseStart = 0
  for (const { 0: line, index } of markdown.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    const [, mark] = /^[ \t>*+\d.)-]*?(`{3,}(?!.*`)|~{3,})/.exec(line) ?? []
    if (fence === undefined && mark !== undefined) {
      addSpans(markdown, proseStart, index, ranges)
      fence = mark
      blockStart = index
    } else if (fence !== undefined && mark?.startsWith(fence) && /^[ \t>]*[`~]+[ \t\r\n]*$/.test(line)) {
      ranges.push([blockStart, index + line.length])
      fence = undefined
      proseStart = index + line.length
    }
    if (line === '') break
  }
  if (fence === undefined) addSpans(markdown, proseStart, markdown.length, ranges)
  else ranges.push([blockStart, markdown.length])
  return { has: (offset) => isIn(ranges, offset) }
}

/** A run of backticks ends at the next run of the same length in its paragraph (CommonMark 6.1). */
function addSpans(markdown: string, start: number, end: number, ranges: [number, number][]): void {
  let paragraphStart = start
  for (const paragraph of markdown.slice(start, end).split(/(\n[ \t]*\r?\n)/)) {
    if (paragraph.includes('`')) {
      const runs = [...paragraph.matchAll(/`+/g)]
      const places = new Map<number, number[]>()
      for (const [position, { 0: run }] of runs.entries()) {
        const same = places.get(run.length)
        if (same) same.push(position)
        else places.set(run.length, [position])
      }
      for (let position = 0; position < runs.length; position += 1) {
        const run = runs[position] as RegExpExecArray
        const same = places.get(run[0].length) as number[]
        while (same[0] !== undefined && same[0] <= position) same.shift()
        const [closing] = same
        if (closing === undefined) continue
        const close = runs[closing] as RegExpExecArray
        ranges.push([paragraphStart + run.index, paragraphStart + close.index + close[0].length])
        position = closing
      }
    }
    paragraphStart += paragraph.length
  }
}

/** Ranges are in order and do not touch. */
function isIn(ranges: readonly [start: number, end: number][], offset: number): boolean {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle] as [number, number])[1] <= offset) low = middle + 1
    else high = middle
  }
  const found = ranges[low]
  return found !== undefined && found[0] <= offset
}
