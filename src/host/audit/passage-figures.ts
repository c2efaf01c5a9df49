// The figures of the texts that insights cite, piece by piece; those of the last few texts are kept.

import { figuresOfPiece, finderLanguage } from '../../core/ledger/figure-at.ts'
import { type Piece, piecesOf } from '../../core/ledger/text-pieces.ts'
import type { FiguresOfText } from '../../core/prose-figures/cited-figures.ts'
import { type StatedFigure, statedFigure } from '../../core/prose-figures/stated-figure.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'
import { Breather } from '../storage/breather.ts'

/** UTF-16 units of reading text: some forty long articles. */
const maxKeptLength = 4_000_000

type ReadPiece = Piece & { figures?: readonly StatedFigure[] }
type ReadText = { reading: string; language: 'en' | 'zh' | 'ja' | undefined; pieces: ReadPiece[] }

const kept = new WeakMap<NotebookView, PassageFigures>()

/** One for the audit and the windows of a notebook. */
export function passageFiguresOf(view: NotebookView): PassageFigures {
  const known = kept.get(view) ?? new PassageFigures(view)
  kept.set(view, known)
  return known
}

export class PassageFigures {
  readonly #view: Pick<NotebookView, 'readingText'>
  readonly #kept = new Map<string, ReadText>()
  readonly #wanted = new Set<ReadText>()
  #length = 0

  constructor(view: Pick<NotebookView, 'readingText'>) {
    this.#view = view
  }

  /** A passage costs the piece in which it stands, some milliseconds once. A whole text is not there before `fetchWanted` has read it. */
  readonly of: FiguresOfText = (id, language, range) => {
    const text = this.#textOf(id, language)
    if (!text) return undefined
    const pieces = range ? text.pieces.filter(({ from, to }) => from <= range.end && to >= range.start) : text.pieces
    if (pieces.length > 2 && pieces.some(({ figures }) => !figures)) {
      this.#wanted.add(text)
      return undefined
    }
    return pieces.flatMap((piece) => read(text, piece))
  }

  /** Whether a whole text was asked for that is not read yet. */
  get wantsMore(): boolean {
    return this.#wanted.size > 0
  }

  /** Reads what was asked for, in slices. */
  async fetchWanted(): Promise<void> {
    const breather = new Breather()
    for (const text of this.#wanted) {
      this.#wanted.delete(text)
      for (const piece of text.pieces) {
        read(text, piece)
        if (breather.isDue) await breather.pause()
      }
    }
  }

  #textOf(id: RecordId<'text'>, language: string): ReadText | undefined {
    const key = `${id} ${language}`
    const kept = this.#kept.get(key)
    if (kept) {
      this.#kept.delete(key)
      this.#kept.set(key, kept)
      return kept
    }
    const reading = this.#view.readingText(id)
    if (reading === undefined) return undefined
    const text: ReadText = { reading, language: finderLanguage(language, reading), pieces: [...piecesOf(reading)] }
    this.#kept.set(key, text)
    this.#length += reading.length
    for (const [oldest, { reading: gone }] of this.#kept) {
      if (this.#length <= maxKeptLength || oldest === key) break
      this.#kept.delete(oldest)
      this.#length -= gone.length
    }
    return text
  }
}

function read({ reading, language }: ReadText, piece: ReadPiece): readonly StatedFigure[] {
  piece.figures ??= figuresOfPiece(reading, language, piece).map((found) => statedFigure(found, reading))
  return piece.figures
}
