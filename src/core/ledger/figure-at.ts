// Which figure stands at a place of a text: facts come from the text, not from whoever asks.

import type { ExactFigure, FindOptions } from '../figures/figure.ts'
import { findExactFigures } from '../figures/find-figures.ts'
import type { FigureAmount } from '../records/figure.ts'
import type { Source } from '../records/source.ts'
import { amountOf } from './amount-of.ts'
import { type Piece, piecesOf } from './text-pieces.ts'

type Language = FindOptions['language']

/** What the finder is told of a text: the language of its source where that is one of its three, else what the letters of the whole text say. */
export function finderLanguage(language: Source['language'], reading: string): Language {
  const [main] = language.toLowerCase().split('-')
  if (main === 'en' || main === 'zh' || main === 'ja') return main
  if (/[ぁ-んァ-ヺ]/.test(reading)) return 'ja'
  return /[\u4e00-\u9fff]/.test(reading) ? 'zh' : 'en'
}

/** The figures of one piece, with offsets into the whole text. */
export function figuresOfPiece(reading: string, language: Language, { from, to }: Piece): ExactFigure[] {
  const found = findExactFigures(reading.slice(from, to), { language })
  return from === 0 ? found : found.map((figure) => ({ ...figure, start: figure.start + from, end: figure.end + from }))
}

export type ReadFigure = { start: number; end: number; amount: FigureAmount }

/** The figure of exactly this range, or else the one that shares most of it. Undefined where there is none. */
export function figureAt(reading: string, language: Source['language'], start: number, end: number): ReadFigure | undefined {
  return figuresRead(reading, language)(start, end)
}

/** For several figures of one text: each piece of it is read once, when the first of them is asked for. */
export function figuresRead(reading: string, language: Source['language']): (start: number, end: number) => ReadFigure | undefined {
  const known = finderLanguage(language, reading)
  const pieces = [...piecesOf(reading)]
  const read = new Map<Piece, ExactFigure[]>()
  const figuresOf = (piece: Piece) => {
    const figures = read.get(piece) ?? figuresOfPiece(reading, known, piece)
    read.set(piece, figures)
    return figures
  }
  return (start, end) => {
    const figures = pieces.filter(({ from, to }) => from < end && to > start).flatMap(figuresOf)
    const found = pick(figures, start, end)
    return found && { start: found.start, end: found.end, amount: amountOf(found, reading) }
  }
}

function pick(figures: readonly ExactFigure[], start: number, end: number): ExactFigure | undefined {
  const shared = (figure: ExactFigure) => Math.min(figure.end, end) - Math.max(figure.start, start)
  const overlapping = figures.filter((figure) => figure.start < end && figure.end > start)
  const same = overlapping.find((figure) => figure.start === start && figure.end === end)
  return same ?? overlapping.toSorted((one, other) => shared(other) - shared(one))[0]
}
