// Edits as people make them: words, sentences and paragraphs inserted, deleted, replaced and moved; wrapping, width, quotes and dashes changed.

import { newPieces, type Piece, piecesOf, replacing } from './edited-page.ts'
import type { Random } from './random.ts'
import { type Range, wordsOf } from './sentences.ts'

export type SentenceEdit = 'keep' | 'reword' | 'rework' | 'delete' | 'replace' | 'move' | 'insert'

/** Edits sentence by sentence; `edits` says what happens to each. New sentences and words come from `donor`, another page of the language. */
export function editSentences(text: string, sentences: readonly Range[], edits: readonly SentenceEdit[], donor: Donor, random: Random): Piece[] {
  const result: Piece[][] = []
  const moved: Piece[][] = []
  for (const [index, sentence] of sentences.entries()) {
    const pieces = piecesOf(text, sentence)
    const edit = edits[index]
    if (edit === 'keep') result.push(pieces)
    else if (edit === 'reword') result.push(editWords(text, sentence, random.between(1, 3), donor, random))
    else if (edit === 'rework')
      result.push(editWords(text, sentence, Math.ceil(wordsOf(text.slice(sentence.start, sentence.end)).length * 0.25), donor, random))
    else if (edit === 'replace') result.push(newPieces(donor.sentence(random)))
    else if (edit === 'move') moved.push(pieces)
    else if (edit === 'insert') result.push(...(random.isTrue(0.5) ? [newPieces(donor.sentence(random)), pieces] : [pieces, newPieces(donor.sentence(random))]))
  }
  for (const pieces of moved) result.splice(random.below(result.length + 1), 0, pieces)
  return result.flat()
}

/** Words and sentences to write into a page. */
export class Donor {
  readonly #sentences: string[]
  readonly #words: string[]

  constructor(sentences: string[]) {
    this.#sentences = sentences
    this.#words = sentences.flatMap((sentence) => wordsOf(sentence).map(({ start, end }) => sentence.slice(start, end)))
  }

  sentence(random: Random): string {
    return random.pick(this.#sentences)
  }

  word(random: Random): string {
    return random.pick(this.#words)
  }
}

function editWords(text: string, sentence: Range, count: number, donor: Donor, random: Random): Piece[] {
  const words = wordsOf(text.slice(sentence.start, sentence.end)).map(({ start, end }) => ({ start: start + sentence.start, end: end + sentence.start }))
  const edits = new Map<number, 'insert' | 'delete' | 'replace' | 'swap'>()
  for (let index = 0; index < count && words.length > 0; index += 1)
    edits.set(random.below(words.length), random.weigh([['insert', 3], ['delete', 3], ['replace', 4], ['swap', 1]] as const))
  const result: Piece[] = []
  let at = sentence.start
  for (const [index, word] of words.entries()) {
    result.push(...piecesOf(text, { start: at, end: word.start }))
    at = word.end
    const own = piecesOf(text, word)
    const old = text.slice(word.start, word.end)
    const isLatin = /^[\p{Script=Latin}\p{N}]/u.test(old)
    const edit = edits.get(index)
    if (edit === undefined) result.push(...own)
    else if (edit === 'insert') result.push(...newPieces(isLatin ? `${donor.word(random)} ` : donor.word(random)), ...own)
    else if (edit === 'replace') result.push(...replacing(/^\p{N}/u.test(old) ? otherNumber(old, random) : donor.word(random), word.start))
    else if (edit === 'delete') at += text[at] === ' ' ? 1 : 0
    else {
      const next = words[index + 1]
      if (!next) result.push(...own)
      else {
        result.push(...piecesOf(text, next), ...piecesOf(text, { start: word.end, end: next.start }), ...own)
        at = next.end
        words.splice(index + 1, 1)
      }
    }
  }
  result.push(...piecesOf(text, { start: at, end: sentence.end }))
  return result
}

function otherNumber(old: string, random: Random): string {
  const made = old.replace(/\d/g, (digit, at: number) => String(at === 0 ? 1 + random.below(9) : (Number(digit) + random.below(10)) % 10))
  return made === old ? old.replace(/\d/, (digit) => String((Number(digit) % 9) + 1)) : made
}

export type FormEdit = 'wrap' | 'width' | 'quotes' | 'dashes' | 'decompose'

/** Changes of form that leave every word what it is. */
export function editForm(pieces: readonly Piece[], form: FormEdit, random: Random): Piece[] {
  if (form === 'wrap') return wrap(pieces, random.between(30, 90))
  return pieces.map((piece) => ({ ...piece, text: formed(piece.text, form) }))
}

function wrap(pieces: readonly Piece[], width: number): Piece[] {
  const result: Piece[] = []
  let column = 0
  for (const [index, piece] of pieces.entries()) {
    const isBreak = piece.text === '\n'
    const isDouble = isBreak && (pieces[index + 1]?.text === '\n' || pieces[index - 1]?.text === '\n')
    const isCjk = (other: Piece | undefined) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、，]/u.test(other?.text ?? '')
    if (column >= width && piece.text === ' ') {
      result.push({ ...piece, text: '\n' })
      column = 0
    } else if (column >= width && isCjk(piece) && isCjk(result.at(-1))) {
      result.push({ text: '\n', source: -1, isFresh: false }, piece)
      column = 1
    } else {
      result.push(isBreak && !isDouble && column > 0 && column < width && !isCjk(result.at(-1)) ? { ...piece, text: ' ' } : piece)
      column = isBreak ? 0 : column + 1
    }
  }
  return result
}

function formed(text: string, form: FormEdit): string {
  if (form === 'decompose') return text.normalize('NFD')
  if (form === 'width') {
    const code = text.charCodeAt(0)
    if (/[A-Za-z0-9,:;()%]/.test(text)) return String.fromCharCode(code + 0xfee0)
    return /[，：；（）！？]/.test(text) ? String.fromCharCode(code - 0xfee0) : text
  }
  if (form === 'quotes') return text.replace(/[“”「」『』]/g, '"').replace(/[‘’]/g, "'").replace(/^"$/, '“')
  return text.replace(/[—–―]/g, '-').replace(/^-$/, '–')
}
