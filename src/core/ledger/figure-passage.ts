// The words around a kept figure: what a reader needs to see to believe it.

import { splitSentences } from '../diff/split-sentences.ts'
import type { Figure } from '../records/figure.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import type { FigurePassage } from './ledger-answers.ts'

/** UTF-16 units on either side. */
const contextLength = 240

/** The sentence in which it stands; what the record keeps of the surroundings where the text cannot be read. */
export function figurePassage(view: Pick<NotebookView, 'readingText'>, { id, text, passage }: Figure): FigurePassage {
  const reading = view.readingText(text)
  if (reading?.slice(passage.start, passage.end) !== passage.exact)
    return { figure: id, before: passage.prefix, written: passage.exact, after: passage.suffix }
  const lineStart = reading.lastIndexOf('\n', passage.start - 1) + 1
  const lineEnd = reading.indexOf('\n', passage.end)
  const from = Math.max(lineStart, passage.start - 2_000)
  const line = reading.slice(from, Math.min(lineEnd < 0 ? reading.length : lineEnd, passage.end + 2_000))
  const at = passage.start - from
  const sentence = splitSentences(line).find(({ start, end }) => start <= at && at < end) ?? { start: 0, end: line.length }
  const before = line.slice(sentence.start, at)
  const after = line.slice(at + passage.exact.length, Math.max(sentence.end, at + passage.exact.length))
  return {
    figure: id,
    before: before.length > contextLength ? `…${before.slice(-contextLength)}` : before,
    written: passage.exact,
    after: after.length > contextLength ? `${after.slice(0, contextLength)}…` : after,
  }
}
