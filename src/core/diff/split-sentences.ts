// Sentences of English, Chinese and Japanese prose, mixed or not: a rule of a few lines that is the same everywhere and in every year.
//
// Intl.Segmenter would follow the ICU of its runtime: an audit would find other things after an update.

export type Sentence = { text: string; start: number; end: number }

const ends = /[。！？!?]+["'”’」』）)\]]*|\.+["'”’)\]]*(?=\s|$|[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef])|…+(?=\s+\p{Lu})|\n+/gu
/** A full stop after these ends nothing. */
const abbreviation =
  /(?:^|[\s(])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|St|No|Nos|vs|cf|al|approx|ca|Inc|Corp|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Fig|p|pp|Vol|e\.g|i\.e|est|etc)$/u

/** In the order of the text; without outer white space, and none that is empty. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  const cut = (end: number) => {
    const written = text.slice(start, end)
    const trimmed = written.trim()
    if (trimmed !== '') {
      const from = start + written.indexOf(trimmed)
      sentences.push({ text: trimmed, start: from, end: from + trimmed.length })
    }
    start = end
  }
  for (const match of text.matchAll(ends)) {
    const isStop = match[0].startsWith('.')
    if (isStop && match[0].length === 1 && abbreviation.test(text.slice(Math.max(start, match.index - 12), match.index))) continue
    cut(match.index + match[0].length)
  }
  cut(text.length)
  return sentences
}
