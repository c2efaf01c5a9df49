// A notebook with a ledger of any size, written record by record, without texts: nothing that compares figures reads them.

import { createHash } from 'node:crypto'
import type { RecordId } from '../../../src/core/records/record-id.ts'
import { type TableName, tableNames } from '../../../src/core/records/tables.ts'
import type { StoredRecord } from '../../../src/core/store/stored-record.ts'
import { createNotebook } from '../../../src/host/storage/create-notebook.ts'

const at = '2025-11-14T02:27:00.000Z'
const base = { rev: 1, createdSeq: 1, createdAt: at, updatedAt: at }
const sources = 200

/** Of each metric most figures agree, and some clash; every tenth metric is part of another, every twentieth has a formula. */
export async function makeLedger(folder: string, metrics: number, figuresOfOne: number): Promise<void> {
  const content = new Map<TableName, StoredRecord[]>(tableNames.map((table) => [table, []]))
  const put = (table: TableName, record: object) => content.get(table)?.push({ ...base, ...record } as unknown as StoredRecord)
  for (let number = 0; number < sources; number += 1) {
    const sha256 = createHash('sha256').update(`${number}`).digest('hex')
    put('texts', { id: `text:${sha256}`, sha256, readingSha256: sha256, projection: 2, length: 1_000, readingLength: 1_000 })
    put('sources', sourceOf(number, `text:${sha256}`))
  }
  const texts = content.get('texts') ?? []
  for (let number = 0; number < metrics; number += 1) {
    const other = `metric:${(number + 1) % metrics}`
    const rules = number % 10 === 0 ? [{ type: 'part-of', of: other }] : []
    const formula = number % 20 === 5 ? { formula: `{${other}} * 2` } : {}
    put('metrics', { id: `metric:${number}`, name: `Metric ${number}`, kind: 'money', currency: 'USD', note: '', rules, ...formula })
    for (let figure = 0; figure < figuresOfOne; figure += 1) {
      const source = (number * 7 + figure) % sources
      put('figures', figureOf(`figure:${number}-${figure}`, number, figure, source, texts[source]?.id as RecordId<'text'>))
    }
  }
  await createNotebook(folder, { title: 'Ledger', content: { id: 'notebook:bench', createdAt: at, seq: 1, tables: [...content] } })
}

function sourceOf(number: number, text: string): object {
  return {
    id: `source:${number}`,
    citekey: `source${number}`,
    title: `Source ${number}`,
    titleTranslations: [],
    publisher: `Publisher ${number % 40}`,
    authors: [],
    url: '',
    published: `2025-${String((number % 12) + 1).padStart(2, '0')}-14`,
    accessed: '',
    language: 'en',
    kind: 'article',
    revisions: [{ text, at }],
    nextHighlight: 1,
  }
}

function figureOf(id: string, metric: number, figure: number, source: number, text: RecordId<'text'>): object {
  const start = (metric * 10 + figure) * 3
  const digits = figure % 5 === 4 && metric % 7 === 0 ? `${metric + 3}7` : `${metric + 1}3`
  const exact = `$${digits}.0 billion`
  return {
    id,
    source: `source:${source}`,
    text,
    passage: { exact, prefix: '', suffix: '', start, end: start + exact.length },
    state: 'exact',
    amount: { kind: 'money', value: `${digits}e9`, precision: '5e7', currency: 'USD' },
    metric: `metric:${metric}`,
    basis: 'actual',
    note: '',
    ...(figure % 2 === 0 ? { asOf: { from: '2025-09-30', to: '2025-09-30' } } : {}),
  }
}
