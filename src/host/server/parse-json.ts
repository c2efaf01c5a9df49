// JSON from outside: UTF-8 alone, and no deeper than anything of ours, so that no function that walks it runs out of stack.

/** The deepest of our own messages (an outline in a command in a message) has a dozen levels. */
export const maxJsonDepth = 64

/** Throws a SyntaxError for what is no JSON, and for what is nested too deep. */
export function parseJson(text: string): unknown {
  if (depthOf(text) > maxJsonDepth) throw new SyntaxError('nested too deep')
  return JSON.parse(text)
}

/** The deepest nesting, counted before anything is made of it. One pass; what is no JSON has some depth too, and fails to parse. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  // Jumps from bracket or quote to the next: most of a note is in strings, which indexOf crosses at once.
  const marks = /["[\]{}]/g
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    if (mark[0] === '"') marks.lastIndex = endOfString(text, marks.lastIndex)
    else if (mark[0] === '[' || mark[0] === '{') deepest = Math.max(deepest, ++depth)
    else depth -= 1
    if (deepest > maxJsonDepth) break
  }
  return deepest
}

/** The place after the closing quote of a string whose first character is at `start`; the end of the text where it is not closed. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0
    while (text.charCodeAt(quote - 1 - slashes) === 0x5c && quote - 1 - slashes >= start) slashes += 1
    if (slashes % 2 === 0) return quote + 1
  }
  return text.length
}
