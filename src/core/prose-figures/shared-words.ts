// Whether the words around two figures speak of the same thing. Only within one script: across languages words tell nothing.

import type { StatedFigure } from './stated-figure.ts'

const word = /[\p{L}\p{N}]{4,}/gu
const eastern = /[\p{sc=Han}\p{sc=Katakana}]{2,}/gu
/** Words that stand beside figures of every kind, and scales. */
const common = new Set(
  'about above after again against almost also among another around before being below between both could dollar dollars during each euro euros every first from have hundred into last less made million billion trillion thousand more most much nearly next only other over percent points said since some such than that their them then there these they this those through total under until up upon value well were what when where which while will with would year years'.split(
    ' ',
  ),
)
const easternCommon = /^(?:亿|万|億|萬|美元|美金|人民|百万|十億|超过|超過|达到|達到|以上|以下|大约|大約|左右|同比|其中|目前|已经|公司|今年|去年)$/

export function sharesWords(one: StatedFigure, other: StatedFigure): boolean {
  const words = wordsAround(one)
  if (words.size === 0) return false
  for (const each of wordsAround(other)) if (words.has(each)) return true
  return false
}

function wordsAround({ before, after }: StatedFigure): Set<string> {
  const words = new Set<string>()
  // A clause's end parts a figure from what it is of.
  const near = `${before.slice(Math.max(0, before.search(/[.;。；!?！？\n][^.;。；!?！？\n]*$/) + 1))}  ${after.split(/[.;。；!?！？\n]/, 1)[0] ?? ''}`
  for (const [found] of near.toLowerCase().matchAll(word)) if (!/\p{sc=Han}|\d/u.test(found) && !common.has(found)) words.add(stem(found))
  for (const [run] of near.matchAll(eastern))
    for (let at = 0; at + 2 <= run.length; at += 1) {
      const pair = run.slice(at, at + 2)
      if (!easternCommon.test(pair)) words.add(pair)
    }
  return words
}

/** Plurals and past forms meet their stem: enough for two words of one sentence. */
export function stem(english: string): string {
  return english.replace(/(?:ies|ing|ed|es|s)$/, '')
}
