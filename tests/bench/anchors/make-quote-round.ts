// A page under the hand of an editor: quotes of some words from anywhere in a sentence, and edits of words, sentences and whole paragraphs.

import { type Passage, passageAt } from '../../../src/core/records/passage.ts'
import { Donor, editForm, editSentences, type FormEdit, type SentenceEdit } from './edit-page.ts'
import { fateOf, newPieces, type Piece, textOf } from './edited-page.ts'
import type { Page, Round } from './make-cases.ts'
import { Random } from './random.ts'
import { type Range, sentencesOf, wordsOf } from './sentences.ts'

const quotesPerRound = 5

type Paragraph = { sentences: Range[]; edits: SentenceEdit[]; edit: 'keep' | 'delete' | 'replace' | 'move' | 'insert' }
type Quote = { range: Range; length: 'short' | 'phrase' | 'sentence' | 'long'; paragraph: Paragraph; first: number; last: number }

/** `donor` is another page of the language. */
export function makeQuoteRound(page: Page, donorPage: Page, seed: number): Round {
  const random = new Random(seed * 13 + 5)
  const { text } = page
  const paragraphs = paragraphsOf(text)
  const donor = new Donor(sentencesOf(donorPage.text).map(({ start, end }) => donorPage.text.slice(start, end)))
  editAnywhere(paragraphs, random)
  const quotes = Array.from({ length: quotesPerRound }, () => chooseQuote(text, paragraphs, random))
  for (const quote of quotes) editQuoted(quote, random)
  let pieces = assemble(text, paragraphs, donor, random)
  for (const form of formsOf(random)) pieces = editForm(pieces, form, random)
  const cases = quotes.map(({ range, length, paragraph, first }) => ({
    passage: passageAt(text, range.start, range.end) satisfies Passage,
    fate: fateOf(pieces, text, range),
    length,
    edit: paragraph.edit === 'keep' || paragraph.edit === 'insert' ? (paragraph.edits[first] as SentenceEdit) : paragraph.edit,
  }))
  return { page: page.name, language: page.language, seed, oldText: text, newText: textOf(pieces), cases }
}

function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let sentences: Range[] = []
  for (const sentence of sentencesOf(text)) {
    sentences.push(sentence)
    if (!/\n\s*$/.test(text.slice(sentence.start, sentence.end))) continue
    paragraphs.push({ sentences, edits: sentences.map(() => 'keep'), edit: 'keep' })
    sentences = []
  }
  if (sentences.length > 0) paragraphs.push({ sentences, edits: sentences.map(() => 'keep'), edit: 'keep' })
  return paragraphs
}

/** A few edits for each hundred sentences, or dozens, wherever they fall. */
function editAnywhere(paragraphs: readonly Paragraph[], random: Random): void {
  const sentences = paragraphs.reduce((sum, paragraph) => sum + paragraph.sentences.length, 0)
  for (let left = Math.ceil(sentences * random.pick([0.03, 0.1, 0.2, 0.4])); left > 0; left -= 1) {
    const paragraph = random.pick(paragraphs)
    if (random.isTrue(0.08))
      paragraph.edit = random.weigh([
        ['delete', 2],
        ['replace', 1],
        ['move', 2],
        ['insert', 3],
      ] as const)
    else
      paragraph.edits[random.below(paragraph.edits.length)] = random.weigh([
        ['reword', 8],
        ['delete', 2],
        ['replace', 1],
        ['move', 2],
        ['insert', 2],
      ] as const)
  }
}

/** What happens to the words that were quoted themselves. */
function editQuoted({ paragraph, first, last }: Quote, random: Random): void {
  const edit = random.weigh([
    ['', 3],
    ['reword', 4],
    ['rework', 7],
    ['move', 1],
    ['delete', 4],
    ['replace', 1.5],
    ['delete paragraph', 1],
    ['move paragraph', 0.5],
  ] as const)
  if (edit === 'delete paragraph') paragraph.edit = 'delete'
  else if (edit === 'move paragraph') paragraph.edit = 'move'
  // Sentences that move go each its own way: a quote of two of them would be nowhere.
  else if (edit === 'move' && last > first) paragraph.edit = 'move'
  else if (edit !== '') for (let index = first; index <= last; index += 1) paragraph.edits[index] = edit
}

function assemble(text: string, paragraphs: readonly Paragraph[], donor: Donor, random: Random): Piece[] {
  const result: Piece[][] = []
  const moved: Piece[][] = []
  const fresh = () => newPieces(`${Array.from({ length: random.between(1, 4) }, () => donor.sentence(random).trim()).join(' ')}\n\n`)
  for (const { sentences, edits, edit } of paragraphs) {
    if (edit === 'delete') continue
    if (edit === 'replace') {
      result.push(fresh())
      continue
    }
    const pieces = editSentences(text, sentences, edits, donor, random)
    if (edit === 'move') moved.push(pieces)
    else result.push(pieces)
    if (edit === 'insert') result.push(fresh())
  }
  for (const pieces of moved) result.splice(random.below(result.length + 1), 0, pieces)
  return result.flat()
}

function formsOf(random: Random): FormEdit[] {
  const chances = { wrap: 0.15, quotes: 0.15, dashes: 0.15, width: 0.05, decompose: 0.02 }
  return (Object.keys(chances) as FormEdit[]).filter((form) => random.isTrue(chances[form as keyof typeof chances]))
}

/** 5 to 40 words; of Chinese and Japanese 8 to 60 characters. */
function chooseQuote(text: string, paragraphs: readonly Paragraph[], random: Random): Quote {
  for (;;) {
    const paragraph = random.pick(paragraphs)
    const first = random.below(paragraph.sentences.length)
    const sentence = paragraph.sentences[first] as Range
    const end = (paragraph.sentences.at(-1) as Range).end
    const words = wordsOf(text.slice(sentence.start, end))
    const inSentence = words.filter((word) => word.start + sentence.start < sentence.end).length
    const isCjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text.slice(sentence.start, sentence.end))
    const wanted = isCjk ? random.between(8, 60) : random.between(5, 40)
    const least = isCjk ? 6 : 5
    if (inSentence < least) continue
    const from = random.isTrue(0.35) ? 0 : random.below(Math.max(1, inSentence - least + 1))
    const start = sentence.start + (words[from] as Range).start
    let to = from
    const reached = () => (isCjk ? sentence.start + (words[to] as Range).end - start : to - from + 1)
    while (to + 1 < words.length && reached() < wanted) to += 1
    if (reached() < (isCjk ? 8 : 5)) continue
    let stop = sentence.start + (words[to] as Range).end
    // Whoever selects to the end of a sentence selects its stop too.
    if (random.isTrue(0.5) && /[.!?。！？]/.test(text[stop] ?? '')) stop += 1
    const last = paragraph.sentences.findIndex((other) => stop <= other.end)
    const size = stop - start
    const length = size < (isCjk ? 15 : 50) ? 'short' : size < (isCjk ? 30 : 110) ? 'phrase' : first === last ? 'sentence' : 'long'
    return { range: { start, end: stop }, length, paragraph, first, last: last < 0 ? paragraph.sentences.length - 1 : last }
  }
}
