// The same cases by each way of finding: from the quote alone, with the old text at hand, and by the rule of the leading web annotator.

import { carryPassages } from '../../../src/core/anchoring/carry-passages.ts'
import { type FoundPassage, findPassage, prepareText } from '../../../src/core/anchoring/find-passage.ts'
import { findByAnnotatorRule } from './annotator-rule.ts'
import { makeEditedRound, makeWrappingRound, type Page, type Round } from './make-cases.ts'
import { Tally } from './tally.ts'

export const ways = {
  find: ({ newText, cases }: Round) => {
    const prepared = prepareText(newText)
    return cases.map(({ passage }) => findPassage(prepared, passage))
  },
  carry: ({ oldText, newText, cases }: Round) =>
    carryPassages(
      oldText,
      newText,
      cases.map(({ passage }) => passage),
    ),
  rule: ({ newText, cases }: Round) =>
    cases.map(({ passage }): FoundPassage => {
      const found = findByAnnotatorRule(newText, passage)
      return found ? { kind: 'changed', start: found.start, end: found.end, score: found.score } : { kind: 'lost' }
    }),
}
export type Way = keyof typeof ways

type MakeRound = (page: Page, donor: Page, seed: number) => Round

export function tallyEdits(
  pages: readonly Page[],
  seeds: readonly number[],
  chosen: readonly Way[],
  makeRound: MakeRound = makeEditedRound,
): Map<Way, Tally> {
  const rounds = pages.flatMap((page, index) => {
    const donors = pages.filter((other) => other.name !== page.name && other.language === page.language)
    return seeds.map((seed) => makeRound(page, donors[seed % donors.length] as Page, seed * 1_000 + index))
  })
  return tally(rounds, chosen)
}

export function tallyWrapping(pages: readonly Page[], seeds: readonly number[], chosen: readonly Way[]): Map<Way, Tally> {
  return tally(
    pages.flatMap((page, index) => seeds.map((seed) => makeWrappingRound(page, seed * 1_000 + index))),
    chosen,
  )
}

function tally(rounds: readonly Round[], chosen: readonly Way[]): Map<Way, Tally> {
  const tallies = new Map(chosen.map((way) => [way, new Tally()]))
  for (const round of rounds) {
    for (const [way, its] of tallies) {
      const found = ways[way](round)
      for (const [index, one] of round.cases.entries()) its.add(one, found[index] as FoundPassage)
    }
  }
  return tallies
}
