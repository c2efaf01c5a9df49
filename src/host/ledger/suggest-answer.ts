// Answers `figure.suggest`.

import type { QuestionAnswers } from '../../core/contract/questions.ts'
import { splitSentences } from '../../core/diff/split-sentences.ts'
import type { ExactFigure } from '../../core/figures/figure.ts'
import { amountOf } from '../../core/ledger/amount-of.ts'
import { nameOfEntity } from '../../core/ledger/entity-names.ts'
import type { FigureSuggestion } from '../../core/ledger/ledger-answers.ts'
import { basisIn, entityNear, nameBefore, suggestMetrics } from '../../core/ledger/suggest-metric.ts'
import type { FigureTime } from '../../core/records/figure.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { NotebookHost } from '../session/notebook-host.ts'
import { figuresInText } from './figures-in-text.ts'

type Place = { text: RecordId<'text'>; start: number; end: number }

export async function suggestAnswer(notebook: Pick<NotebookHost, 'view'>, { text, start, end }: Place): Promise<QuestionAnswers['figure.suggest']> {
  const { view } = notebook
  const figures = await figuresInText(notebook, text)
  const reading = view.readingText(text) ?? ''
  const figure = figures.find((each) => each.start === start && each.end === end) ?? figures.find((each) => each.start < end && each.end > start)
  if (!figure) return undefined
  const block = blockAround(reading, figure.start)
  const sentences = splitSentences(reading.slice(block.from, block.to))
  const at = figure.start - block.from
  const found = sentences.find((each) => each.start <= at && at < each.end) ?? { start: 0, end: block.to - block.from }
  const sentence = { from: block.from + found.start, to: block.from + found.end }
  const words = reading.slice(sentence.from, sentence.to)
  const entity =
    entityNear(view, words, figure.start - sentence.from) ?? entityNear(view, reading.slice(block.from, figure.start), figure.start - block.from)
  const asOf = timeNear(figures, figure, sentence)
  const amount = amountOf(figure, reading)
  const suggestion: FigureSuggestion = {
    start: figure.start,
    end: figure.end,
    amount,
    ...(asOf ? { asOf } : {}),
    basis: basisIn(words),
    ...(entity ? { entity: { id: entity, name: nameOfEntity(view, entity) } } : {}),
    metrics: suggestMetrics(view, amount, words, entity),
    name: nameBefore(reading.slice(sentence.from, figure.start)),
  }
  return suggestion
}

/** UTF-16 units: a paragraph longer than this is no paragraph. */
const longestBlock = 4_000

function blockAround(reading: string, at: number): { from: number; to: number } {
  const from = Math.max(reading.lastIndexOf('\n', at) + 1, at - longestBlock)
  const next = reading.indexOf('\n', at)
  return { from, to: Math.min(next < 0 ? reading.length : next, at + longestBlock) }
}

/** The date of the same sentence that stands nearest. */
function timeNear(figures: readonly ExactFigure[], figure: ExactFigure, { from, to }: { from: number; to: number }): FigureSuggestion['asOf'] {
  if (figure.kind === 'date') return undefined
  const distance = (date: ExactFigure) => (date.end <= figure.start ? figure.start - date.end : date.start - figure.end)
  const dates = figures.filter((each) => each.kind === 'date' && each.start >= from && each.end <= to)
  for (const date of dates.toSorted((one, other) => distance(one) - distance(other))) {
    const time = timeOf(date)
    if (time) return { time, written: date.text }
  }
  return undefined
}

function timeOf({ from, to, fiscal }: ExactFigure): FigureTime | undefined {
  if (fiscal) return { fiscal }
  return from !== undefined && to !== undefined && from <= to ? { from, to } : undefined
}
