// `bench anchors`: how often a highlight is in the right place after an edit, beside the rule of the leading web annotator; and what finding costs.

import { carryPassages } from '../../src/core/anchoring/carry-passages.ts'
import { findPassage, prepareText } from '../../src/core/anchoring/find-passage.ts'
import { passageAt } from '../../src/core/records/passage.ts'
import { makeEditedRound, type Page } from './anchors/make-cases.ts'
import { makeQuoteRound } from './anchors/make-quote-round.ts'
import { prosePages, realPages } from './anchors/pages.ts'
import { tallyEdits, tallyWrapping, type Way } from './anchors/run-cases.ts'
import type { Tally } from './anchors/tally.ts'
import { templatePages } from './anchors/template-pages.ts'
import { type Figure, median, msBelow, ratioAtLeast, ratioAtMost } from './figure.ts'

const seeds = Array.from({ length: 12 }, (_, index) => index + 1)
const largeLength = 500_000

export async function* measure(): AsyncGenerator<Figure> {
  const pages = realPages()
  const edits = tallyEdits(pages, seeds, ['find', 'carry', 'rule'])
  yield* figuresOf('anchors', edits, 'find', { right: 0.975, tight: 0.93, wrong: 0.015, false: 0.01 })
  yield* figuresOf('anchors.with-old-text', edits, 'carry', { right: 0.99, tight: 0.93, wrong: 0.015, false: 0.01 })
  // Quotes from anywhere in a sentence, heavier edits of words, whole paragraphs that go or move: half of the pages running prose.
  const quotes = tallyEdits([...pages, ...prosePages()], seeds, ['find', 'carry', 'rule'], makeQuoteRound)
  yield* figuresOf('anchors.quotes', quotes, 'find', { right: 0.975, tight: 0.93, wrong: 0.015, false: 0.01 })
  yield* figuresOf('anchors.quotes.with-old-text', quotes, 'carry', { right: 0.99, tight: 0.93, wrong: 0.015, false: 0.01 })
  // Lists of deals in the same words, and what is said of each in every section: where a lookalike is always at hand. No goal is set for the quote alone.
  const lookalikes = tallyEdits(templatePages(), seeds, ['find', 'carry', 'rule'])
  yield* figuresOf('anchors.lookalikes', lookalikes, 'find', { right: 0, tight: 0, wrong: 0.02, false: 0.05 })
  yield* figuresOf('anchors.lookalikes.with-old-text', lookalikes, 'carry', { right: 0.95, tight: 0.93, wrong: 0.02, false: 0.03 })
  for (const [way, { kept, right }] of tallyWrapping([...pages, ...templatePages()], seeds.slice(0, 6), ['find', 'carry']))
    yield ratioAtLeast(`anchors.wrapping.${way}`, right / kept, 0.998, { cases: kept })
  for (const language of ['en', 'zh', 'ja'] as const) yield* measureTimes(pages.filter((page) => page.language === language))
}

type Goals = { right: number; tight: number; wrong: number; false: number }

function* figuresOf(bench: string, tallies: Map<Way, Tally>, way: Way, goals: Goals): Generator<Figure> {
  const [its, rule] = [tallies.get(way) as Tally, tallies.get('rule') as Tally]
  const share = ({ kept }: Tally, part: number) => part / kept
  yield ratioAtLeast(`${bench}.right`, share(its, its.right), goals.right, { cases: its.kept, rule: rounded(share(rule, rule.right)) })
  yield ratioAtLeast(`${bench}.tight`, share(its, its.tight), goals.tight, { cases: its.kept, rule: rounded(share(rule, rule.tight)) })
  yield ratioAtMost(`${bench}.wrong`, share(its, its.wrong), goals.wrong, { cases: its.kept, rule: rounded(share(rule, rule.wrong)) })
  const falseRule = rounded(rule.falseClaims / rule.deleted)
  yield ratioAtMost(`${bench}.false`, its.falseClaims / its.deleted, goals.false, { cases: its.deleted, rule: falseRule })
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000
}

/** At 500,000 characters of one language, by the processor's time. */
function* measureTimes(pages: readonly Page[]): Generator<Figure> {
  const [first, donor] = pages as [Page, Page]
  const all = pages.map(({ text }) => text).join('\n\n')
  const text = all.repeat(Math.ceil(largeLength / all.length)).slice(0, largeLength)
  const { newText } = makeEditedRound({ name: 'large', language: first.language, text }, donor, 5)
  const lengths = [4, 12, 40, 100, 200, 600]
  const passages = Array.from({ length: 1_000 }, (_, index) => {
    const start = Math.floor(((index + 0.3) / 1_000) * (text.length - 1_000))
    return passageAt(text, start, start + (lengths[index % lengths.length] as number))
  })
  const preparing = Array.from({ length: 9 }, () => cpuMs(() => prepareText(newText)))
  yield msBelow(`anchors.prepare.${first.language}`, median(preparing.slice(2)), 40, { characters: newText.length })
  const prepared = prepareText(newText)
  for (const passage of passages.slice(0, 200)) findPassage(prepared, passage)
  const times = passages.map((passage) => cpuMs(() => findPassage(prepared, passage))).sort((one, other) => one - other)
  yield msBelow(`anchors.find.p95.${first.language}`, times[Math.floor(times.length * 0.95)] as number, 3, { median: median(times) })
  yield msBelow(
    `anchors.carry-1000.${first.language}`,
    cpuMs(() => carryPassages(text, newText, passages)),
    1_500,
    { characters: newText.length },
  )
}

function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
