// Rounds of edits on a page: passages of every length, what happens to the sentences they stand in, and what is true of them afterwards.

import { type Passage, passageAt } from '../../../src/core/records/passage.ts'
import { Donor, editForm, editSentences, type FormEdit, type SentenceEdit } from './edit-page.ts'
import { type Fate, fateOf, piecesOf, textOf } from './edited-page.ts'
import { Random } from './random.ts'
import { type Range, sentencesOf, wordsOf } from './sentences.ts'

export type Page = { name: string; language: 'en' | 'zh' | 'ja'; text: string }
export type Case = { passage: Passage; fate: Fate; length: 'short' | 'phrase' | 'sentence' | 'long'; edit: SentenceEdit }
export type Round = { page: string; language: string; seed: number; oldText: string; newText: string; cases: Case[] }

const passagesPerRound = 12

/** Only the wrapping changes. */
export function makeWrappingRound(page: Page, seed: number): Round {
  return makeRound(page, page, seed, 0, ['wrap'])
}

/** `donor` is another page, of the same language. */
export function makeEditedRound(page: Page, donor: Page, seed: number): Round {
  const random = new Random(seed * 7 + 3)
  const forms: FormEdit[] = []
  for (const form of ['wrap', 'width', 'quotes', 'dashes', 'decompose'] as const) if (random.isTrue(0.15)) forms.push(form)
  return makeRound(page, donor, seed, random.pick([0.02, 0.08, 0.2, 0.4]), forms)
}

function makeRound(page: Page, donorPage: Page, seed: number, intensity: number, forms: readonly FormEdit[]): Round {
  const random = new Random(seed)
  const { text } = page
  const sentences = sentencesOf(text)
  const edits: SentenceEdit[] = sentences.map(() =>
    random.isTrue(intensity) ? random.weigh([['reword', 4], ['rework', 1], ['delete', 2], ['replace', 1], ['move', 1], ['insert', 2]] as const) : 'keep',
  )
  const chosen = Array.from({ length: passagesPerRound }, () => choosePassage(text, sentences, random))
  if (intensity > 0) {
    for (const { first, last } of chosen) {
      const edit = random.weigh([['', 2], ['keep', 1], ['reword', 4], ['rework', 1], ['delete', 5], ['replace', 1], ['move', 1]] as const)
      if (edit !== '') for (let index = first; index <= last; index += 1) edits[index] = edit
    }
  }
  const donor = new Donor(sentencesOf(donorPage.text).map(({ start, end }) => donorPage.text.slice(start, end)))
  let pieces = intensity === 0 ? piecesOf(text, { start: 0, end: text.length }) : editSentences(text, sentences, edits, donor, random)
  for (const form of forms) pieces = editForm(pieces, form, random)
  const cases = chosen.map(({ range, length, first }) => ({
    passage: passageAt(text, range.start, range.end),
    fate: fateOf(pieces, text, range),
    length,
    edit: edits[first] as SentenceEdit,
  }))
  return { page: page.name, language: page.language, seed, oldText: text, newText: textOf(pieces), cases }
}

type Chosen = { range: Range; length: Case['length']; first: number; last: number }

function choosePassage(text: string, sentences: readonly Range[], random: Random): Chosen {
  for (;;) {
    const first = random.below(sentences.length)
    const sentence = sentences[first] as Range
    const words = wordsOf(text.slice(sentence.start, sentence.end))
    if (words.length < 4) continue
    const length = random.weigh([['short', 20], ['phrase', 30], ['sentence', 35], ['long', 15]] as const)
    const wordRange = (count: number): Range => {
      const from = random.below(Math.max(1, words.length - count))
      const to = Math.min(words.length - 1, from + count - 1)
      return { start: sentence.start + (words[from] as Range).start, end: sentence.start + (words[to] as Range).end }
    }
    if (length === 'short') return { range: wordRange(random.between(1, 3)), length, first, last: first }
    if (length === 'phrase') return { range: wordRange(random.between(4, 12)), length, first, last: first }
    const last = length === 'sentence' ? first : Math.min(sentences.length - 1, first + random.between(1, 4))
    const end = (sentences[last] as Range).end
    const range = { start: sentence.start, end: end - (text.slice(sentence.start, end).length - text.slice(sentence.start, end).trimEnd().length) }
    if (range.end - range.start > 1_500) continue
    return { range, length, first, last }
  }
}
