// Compares each figure of a block of prose with the figures of the passages that its sentence cites.

import { type CitedSentence, citedSentences } from '../audit/cited-sentences.ts'
import type { ProseBlock } from '../audit/prose-blocks.ts'
import type { CitationItem } from '../markdown/citation-syntax.ts'
import type { FigureAmount } from '../records/figure.ts'
import { sizeOf } from './at-a-glance.ts'
import { supposed, type Weight, weightOf } from './checkable.ts'
import type { CheckedFigure, Verdict } from './checked-figure.ts'
import type { CitedPassage, StatedHere } from './cited-passage.ts'
import { computedFrom } from './computed-figure.ts'
import { type Clashing, isQuoted, type Quoting, quoting } from './quoting.ts'
import { sharesWords } from './shared-words.ts'
import { type StatedFigure, statedFigures } from './stated-figure.ts'

export type FigureSources = {
  /** Undefined where the citation leads nowhere or its text cannot be read. */
  passageOf: (item: CitationItem) => CitedPassage | undefined
  /** Everything that the note cites. Asked for once something is not where it should be. */
  passagesOfNote: () => readonly CitedPassage[]
}

/** In the order of the text. A sentence without a citation is not compared: that it has none is told elsewhere. */
export function checkFigures(block: ProseBlock, sources: FigureSources): CheckedFigure[] {
  if (block.citations.length === 0) return []
  const figures = statedFigures(block.text).filter((figure) => !block.links.some(({ at, end }) => figure.start < end && figure.end > at))
  if (figures.length === 0) return []
  return citedSentences(block).flatMap((sentence) => {
    const inside = figures.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
    return inside.length === 0 || sentence.items.length === 0 ? [] : checkSentence(sentence, inside, block.isQuotation, sources)
  })
}

type Asked = { figure: StatedFigure; weight: Weight; verdict?: Verdict | undefined }

function checkSentence(sentence: CitedSentence, figures: readonly StatedFigure[], isQuotation: boolean, sources: FigureSources): CheckedFigure[] {
  const asked = figures.flatMap((figure): Asked[] => {
    const weight = weightOf(figure)
    return weight ? [{ figure, weight }] : []
  })
  const passages = sentence.items.map((item) => sources.passageOf(item)).filter((passage) => passage !== undefined)
  if (asked.length === 0 || passages.length === 0) return []
  const stated = passages.flatMap(({ inside }) => inside)
  const taken = new Set<StatedHere>()
  for (const one of asked) {
    const match = findAgreeing(one, stated)
    if (!match) continue
    taken.add(match)
    one.verdict = { kind: 'agrees', match }
  }
  const isSupposed = supposed.test(sentence.text)
  for (const one of asked) one.verdict ??= explain(one, { asked, passages, stated, taken, isSupposed, sources })
  const isEverythingKnown = passages.length === sentence.items.length
  return asked.flatMap(({ figure, weight, verdict }): CheckedFigure[] => {
    if (!verdict) return []
    const isMissed = verdict.kind === 'absent' && weight === 'said' && isEverythingKnown && !isSupposed && !isQuotation && !sentence.isLinked
    return [{ start: figure.start, end: figure.end, written: figure.written, sentence, verdict, isTold: verdict.kind === 'contradicts' || isMissed }]
  })
}

function findAgreeing({ figure }: Asked, stated: readonly StatedHere[]): StatedHere | undefined {
  return stated.find((other) => isQuoted(figure, other))
}

type Surroundings = {
  asked: readonly Asked[]
  passages: readonly CitedPassage[]
  stated: readonly StatedHere[]
  taken: ReadonlySet<StatedHere>
  isSupposed: boolean
  sources: FigureSources
}

/** Why a figure does not stand in the passages as it is: the calmest reason that holds. */
function explain(one: Asked, { asked, passages, stated, taken, isSupposed, sources }: Surroundings): Verdict | undefined {
  const { figure, weight } = one
  const clash = findClash(figure, stated, taken)
  if (clash?.isPlain) return { kind: 'contradicts', match: clash.match, clash: clash.clash }
  const own = asked.flatMap((other) => (other.figure !== figure && other.verdict?.kind === 'agrees' ? [other.figure] : []))
  // A multiple or a share that only the writer has is a supposition; what it makes of a figure of the passage follows from both.
  const supposition = figure.amount.kind === 'money' || figure.amount.kind === 'count' ? asked.filter((other) => isFactor(other, figure)) : []
  const near = computedFrom(figure, [...stated, ...own, ...supposition.map((other) => other.figure)])
  if (near) return { kind: 'computed', ...near }
  const note = sources.passagesOfNote()
  const elsewhere = findAgreeing(
    one,
    [...passages, ...note].flatMap(({ inside, beside }) => [...inside, ...beside]),
  )
  if (elsewhere) return { kind: 'elsewhere', match: elsewhere }
  const fact = findAgreeing(
    one,
    passages.flatMap(({ facts }) => facts()),
  )
  if (fact) return { kind: 'elsewhere', match: fact }
  const verified = asked.flatMap(({ figure: other, verdict }) => (verdict?.kind === 'elsewhere' ? [other] : []))
  // One digit follows from some pair of a whole note's figures by chance.
  const far = isTooRound(figure.amount) ? undefined : computedFrom(figure, [...stated, ...own, ...verified, ...note.flatMap(({ inside }) => inside)])
  if (far) return { kind: 'computed', ...far }
  if (clash && !isSupposed) return { kind: 'contradicts', match: clash.match, clash: clash.clash }
  const coarser = stated.find((other) => quoting(figure, other)?.relation === 'finer')
  if (weight === 'passing' && !coarser) return undefined
  return coarser ? { kind: 'absent', coarser } : { kind: 'absent' }
}

function isTooRound(amount: FigureAmount): boolean {
  const isRange = amount.low !== undefined && amount.high !== undefined
  return !isRange && sizeOf(amount) < 20 * Number(amount.precision ?? 0)
}

function isFactor({ figure }: Asked, other: StatedFigure): boolean {
  return figure !== other && (figure.amount.kind === 'multiple' || figure.amount.kind === 'percent')
}

type Clash = { match: StatedHere; clash: Clashing; isPlain: boolean }

/** Among so few figures of a kind, one that is near is the one that is meant. */
const fewCandidates = 2

function findClash(figure: StatedFigure, stated: readonly StatedHere[], taken: ReadonlySet<StatedHere>): Clash | undefined {
  const candidates: { match: StatedHere; clash: Clashing }[] = []
  let comparable = 0
  for (const match of stated) {
    const found = quoting(figure, match)
    if (!found) continue
    comparable += 1
    // What another figure of the sentence quotes is not what this one means; a slip of it is, where somebody wrote it twice.
    if (taken.has(match) && !isTelling(found, figure, match)) continue
    if (found.relation === 'slip' || found.relation === 'near' || found.relation === 'opposite') candidates.push({ match, clash: found })
  }
  const isFew = new Set(candidates.map(({ match }) => match.written)).size <= fewCandidates && comparable <= 2 * fewCandidates
  const clashes = candidates.flatMap(({ match, clash }): Clash[] => {
    const isSame = sharesWords(figure, match)
    const isPlain = isTelling(clash, figure, match) || (clash.relation === 'opposite' && isSame)
    return isFew || isSame || isPlain || isClose(clash, figure) ? [{ match, clash, isPlain }] : []
  })
  return clashes.toSorted((one, other) => distance(one.clash) - distance(other.clash))[0]
}

/** Two digits of an amount that stand so near are those of one amount, whatever else the passage says: 59亿 beside 5.83 billion. */
const closeFactor = 1.04

function isClose(clash: Clashing, { amount }: StatedFigure): boolean {
  return clash.relation === 'near' && clash.factor <= closeFactor && amount.kind === 'money' && !isTooRound(amount)
}

/** 58.3 for 5.83 is a slip; 30 for 3 may be chance, unless the two are written in different scripts, where such slips are made. */
function isTelling(found: Quoting, { written }: StatedFigure, { written: otherWritten }: StatedFigure): boolean {
  const isEastern = (text: string) => /[万亿萬億兆]/.test(text)
  return found.relation === 'slip' && (found.isExact || isEastern(written) !== isEastern(otherWritten))
}

/** The nearest comes first, and a slip before what is merely near. */
function distance(clash: Clashing): number {
  if (clash.relation === 'near') return clash.factor
  // A digit too many, then a step of a thousand, then the rest.
  return clash.relation === 'opposite' ? 0 : clash.factor === 10 ? 0.1 : clash.factor === 1_000 ? 0.2 : 0.3
}
