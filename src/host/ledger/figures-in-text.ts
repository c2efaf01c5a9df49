// The figures of a stored text: looked for once, piece by piece so that nothing waits, and kept in memory, never as records.

import type { QuestionAnswers } from '../../core/contract/questions.ts'
import type { ExactFigure } from '../../core/figures/figure.ts'
import { figuresOfPiece, finderLanguage } from '../../core/ledger/figure-at.ts'
import { piecesOf } from '../../core/ledger/text-pieces.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { Refusal } from '../../core/store/refusal.ts'
import type { NotebookHost } from '../session/notebook-host.ts'
import { Breather } from '../storage/breather.ts'

type TextNotebook = Pick<NotebookHost, 'view'>

/** As many texts as a window has open, and some. */
const maxKept = 30
const kept = new WeakMap<NotebookHost['view'], Map<string, Promise<ExactFigure[]>>>()

export async function figuresInTextAnswer(notebook: TextNotebook, { text }: { text: RecordId<'text'> }): Promise<QuestionAnswers['figures.in-text']> {
  return { figures: await figuresInText(notebook, text) }
}

/** Throws the refusal `not-found` where the text cannot be read. */
export function figuresInText({ view }: TextNotebook, text: RecordId<'text'>): Promise<ExactFigure[]> {
  const language = view.by('sourcesByText', text)[0]?.language ?? ''
  const key = `${text} ${language}`
  const ofNotebook = kept.get(view) ?? new Map<string, Promise<ExactFigure[]>>()
  kept.set(view, ofNotebook)
  const known = ofNotebook.get(key)
  if (known) return known
  const reading = view.readingText(text)
  if (reading === undefined) return Promise.reject(new Refusal('not-found', `the text ${text} cannot be read: run \`footing check\``))
  const found = findInPieces(reading, language)
  ofNotebook.set(key, found)
  if (ofNotebook.size > maxKept) ofNotebook.delete(ofNotebook.keys().next().value as string)
  return found
}

async function findInPieces(reading: string, language: string): Promise<ExactFigure[]> {
  const breather = new Breather()
  const known = finderLanguage(language, reading)
  const figures: ExactFigure[] = []
  for (const piece of piecesOf(reading)) {
    figures.push(...figuresOfPiece(reading, known, piece))
    await breather.pause()
  }
  return figures
}
