// Runs of digits and numerals that are too long for any amount: skipped whole, since each of their characters would be tried for nothing.

const numerals = new Set('0123456789〇零一二三四五六七八九十百千两廿')
const noise: ReadonlySet<number> = new Set([...numerals, ...'万亿兆京至到'].map((character) => character.charCodeAt(0)))

/** The longest amount in characters that can be said has some forty: 九千…百…十…兆 down to one. */
const longest = 60

/** The end of digits, numerals, scales and 至 that nothing divides for longer than an amount can be; -1 for any other place. Costs three looks there. */
export function endOfNoise(text: string, at: number): number {
  if (!noise.has(text.charCodeAt(at + longest)) || !noise.has(text.charCodeAt(at + longest / 2)) || !noise.has(text.charCodeAt(at + 1))) return -1
  let end = at
  while (noise.has(text.charCodeAt(end))) end += 1
  return end - at > longest ? end : -1
}

/** The end of the digits or numerals that go on at `at`. */
export function endOfRun(text: string, at: number): number {
  let end = at
  while (numerals.has(text[end] ?? '')) end += 1
  return end
}
