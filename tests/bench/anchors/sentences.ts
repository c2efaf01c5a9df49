// Sentences and words of a page as ranges, so that edits can be made of them.

export type Range = { start: number; end: number }

/** Sentences with the white space after them: together they are the page. */
export function sentencesOf(text: string): Range[] {
  const found: Range[] = []
  for (const match of text.matchAll(/[^\n.!?。！？]*(?:[.!?。！？]+["”’」』)）]*(?=\s|[^\s.\w]|$)|[.!?](?=\S)|\n|$)\s*/gu)) {
    if (match[0] === '') continue
    const last = found.at(-1)
    // `3.5` and `e.g.` are no ends of sentences, and a cell of a table is none by itself.
    if (last && (last.end - last.start < 8 || /[\w][.!?]$/.test(text.slice(last.start, last.end)))) last.end = match.index + match[0].length
    else found.push({ start: match.index, end: match.index + match[0].length })
  }
  return found
}

/** Words; of Chinese and Japanese, pieces of one to three characters. */
export function wordsOf(text: string): Range[] {
  const found: Range[] = []
  for (const match of text.matchAll(/[\p{Script=Han}]{1,2}|[\p{Script=Hiragana}]{1,3}|[\p{Script=Katakana}ー]+|\p{N}[\p{N}.,]*(?<=\p{N})|[\p{Script=Latin}\p{M}]+/gu))
    found.push({ start: match.index, end: match.index + match[0].length })
  return found
}
