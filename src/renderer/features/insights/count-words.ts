// How long a note is: words where there are spaces, characters where there are none.

const CITATION = /\[@[^\]\n]*\]/g
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+(?:['’.,\-][[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+)*/gv

/** Every Chinese or Japanese character counts as one, as word processors count them; citations do not count. */
export function countWords(markdown: string): number {
  let count = 0
  for (const _ of markdown.replace(CITATION, ' ').matchAll(WORDS)) count += 1
  return count
}
