// What a quickly written note is: its title and body word for word, and a guess at its kind and topics.

import { foldText } from '../../../core/finding/fold-text.ts'
import type { insightKinds } from '../../../core/records/insight-kinds.ts'

export type Captured = { title: string; body: string }

const longestTitle = 200

/**
 * The first line that says something is the title, the rest the body, both as they were written. Where the first line is a quotation, a link or a whole
 * paragraph, the body keeps it too, and the title is its beginning.
 */
export function readCapture(text: string): Captured {
  const written = text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd()
  const [first = '', ...rest] = written.split('\n')
  const heading = /^#{1,6}\s+(.+)$/.exec(first)?.[1] ?? first
  const isTitle = heading.length <= longestTitle && !/^\s*(>|https?:\/\/|[-*+]\s|\d+[.)]\s|```)/.test(first)
  if (isTitle) return { title: heading.trim(), body: rest.join('\n').replace(/^\n+/, '') }
  const plain = first.replace(/^[\s>*+-]+/, '').trim()
  return { title: plain.length <= longestTitle ? plain : `${cutAtWord(plain)}…`, body: written }
}

/** Never inside a surrogate pair, nor inside a word where there are any. */
function cutAtWord(text: string): string {
  const cut = text.slice(0, longestTitle - 1)
  const space = cut.lastIndexOf(' ')
  const end = space > longestTitle / 2 ? space : cut.length
  return cut.slice(0, end).replace(/[\ud800-\udbff]$/, '')
}

type Kind = (typeof insightKinds)[number]

const forecastWords = /\b(will|would|going to|forecast|expects?|by 20[2-9]\d|next (year|quarter))\b|预计|将会|预测|见込み|見通し|予想/i
const readingWords =
  /\b(i think|suggests?|implies|means that|probably|perhaps|seems?|because|looks like)\b|可能|似乎|说明|意味着|认为|と思|だろう|かもしれない/i

/** By its words alone: a question asks, a forecast speaks of what will be, an interpretation of what something means. */
export function guessKind({ title, body }: Captured): Kind {
  if (/[?？]\s*$/.test(title)) return 'question'
  const text = `${title}\n${body}`
  if (forecastWords.test(text)) return 'forecast'
  return readingWords.test(text) ? 'interpretation' : 'fact'
}

/** The topics whose names stand in the text, whatever the case and width. */
export function guessTopics(text: string, topics: readonly string[]): string[] {
  const folded = foldText(text)
  return topics.filter((topic) => {
    const name = foldText(topic)
    const place = folded.indexOf(name)
    if (place < 0) return false
    // Inside a longer Latin word it is another word.
    const around = folded.charAt(place - 1) + folded.charAt(place + name.length)
    return !/[a-z0-9]/.test(name) || !/[a-z]/.test(around)
  })
}
