// How long a note is: words where there are spaces, characters where there are none.

const CITATION = /\[@[^\]\n]*\]/g
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+(?:['’.,\-][[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+)*/gv

export type Length = { words: number; characters: number; minutes: number }

/** Characters without spaces, as Chinese and Japanese editors count; minutes at 230 words, or 400 characters without spaces between, a minute. */
export function measureText(markdown: string): Length {
  const words = countWords(markdown)
  const text = markdown.replace(CITATION, ' ')
  let characters = 0
  for (const _ of text.matchAll(/[^\s]/gu)) characters += 1
  const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  return { words, characters, minutes: Math.max(1, Math.round((words - unspaced) / 230 + unspaced / 400)) }
}

/** Every Chinese or Japanese character counts as one, as word processors count them; citations do not count. */
export function countWords(markdown: string): number {
  let count = 0
  for (const _ of markdown.replace(CITATION, ' ').matchAll(WORDS)) count += 1
  return count
}
