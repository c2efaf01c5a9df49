// A notebook in memory whose figures are given as sentences: each becomes a source, and its last figure is kept.

import { findFigures } from '../../../src/core/figures/find-figures.ts'
import { type MetricStanding, metricStanding } from '../../../src/core/ledger/metric-standing.ts'
import type { FigureBasis, FigureTime } from '../../../src/core/records/figure.ts'
import type { RecordId } from '../../../src/core/records/record-id.ts'
import { MemoryNotebook } from '../commands/memory-notebook.ts'

type Said = { metric?: RecordId<'metric'>; asOf?: FigureTime; basis?: FigureBasis; publisher?: string; published?: string; language?: string }

export class LedgerNotebook extends MemoryNotebook {
  #sources = 0

  /** The id of the figure. */
  async say(sentence: string, { publisher = '', published = '', language = '', ...said }: Said = {}): Promise<RecordId<'figure'>> {
    this.#sources += 1
    const source = `source:s${this.#sources}` as const
    await this.run('source.add', { id: source, citekey: `s${this.#sources}`, title: sentence, publisher, published, language, markdown: sentence })
    const figure = findFigures(sentence).at(-1)
    if (!figure) throw new Error(`no figure in ${JSON.stringify(sentence)}`)
    const { id } = await this.run('figure.keep', { id: `figure:f${this.#sources}`, source, start: figure.start, end: figure.end, ...said })
    return id
  }

  standing(metric: RecordId<'metric'>): MetricStanding {
    return metricStanding(this.tables, this.record('metrics', metric))
  }
}

export const day = (date: string): FigureTime => ({ from: date, to: date })
