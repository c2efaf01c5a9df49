// Insights as columns: what parsing 100,000 lines costs at every opening is paid once, when the generation is written.

import type { StoredRecord, StoredRecordOf } from '../../core/store/stored-record.ts'

export type StoredInsight = StoredRecordOf<'insights'>

/** One string for a whole column: parsing it is copying it. `ends` is where each value ends, or the length of all of them. */
type TextColumn = { text: string; ends: number | number[] }

/** Not one less, optional ones included: a list must find here whatever the schema has. */
type WithEveryField = { [Field in keyof Required<StoredInsight>]: StoredInsight[Field] }

/** Fields of which many insights have the same values: each combination stands once. */
type Shared = Omit<StoredInsight, 'id' | 'title' | 'body' | 'createdSeq' | 'createdAt' | 'updatedAt'>

/** Some thousands of insights, field by field. `sharedOf` says which of `shared` each of them has. */
export type InsightColumns = {
  id: TextColumn
  title: TextColumn
  createdAt: TextColumn
  updatedAt: TextColumn
  /** Offsets in the generation's bodies file. */
  body: number[]
  createdSeq: number[]
  shared: Shared[]
  sharedOf: number[]
}

/** Throws a TypeError where a field is not what its column holds. */
export function toColumns(rows: readonly StoredInsight[]): InsightColumns {
  const shared: Shared[] = []
  const known = new Map<string, number>()
  const sharedOf = rows.map(({ id: _id, title: _title, body: _body, createdSeq: _seq, createdAt: _created, updatedAt: _updated, ...rest }) => {
    const key = JSON.stringify(rest)
    const found = known.get(key)
    if (found !== undefined) return found
    known.set(key, shared.length)
    return shared.push(rest) - 1
  })
  return {
    id: toTextColumn(rows.map((row) => row.id)),
    title: toTextColumn(rows.map((row) => row.title)),
    createdAt: toTextColumn(rows.map((row) => row.createdAt)),
    updatedAt: toTextColumn(rows.map((row) => row.updatedAt)),
    body: rows.map((row) => numberFrom(row.body)),
    createdSeq: rows.map((row) => numberFrom(row.createdSeq)),
    shared,
    sharedOf,
  }
}

/** Adds the insights of the columns to `records`. */
export function addInsights(columns: InsightColumns, records: { push: (insight: ColumnInsight) => unknown }): void {
  const { shared, sharedOf } = columns
  for (let row = 0; row < sharedOf.length; row += 1) records.push(new ColumnInsight(columns, row, shared[sharedOf[row] as number] as Shared))
}

/**
 * An insight that reads its fields from columns: 40 bytes and no parsing, for lists and counts that look at one or two fields of each. It has no
 * fields of its own, so `{ ...insight }` would be empty: whoever needs the record takes `whole`.
 */
export class ColumnInsight implements WithEveryField {
  readonly #columns: InsightColumns
  readonly #row: number
  readonly #shared: Shared
  #whole: StoredInsight | undefined

  constructor(columns: InsightColumns, row: number, shared: Shared) {
    this.#columns = columns
    this.#row = row
    this.#shared = shared
    this.#whole = undefined
  }

  /** The record as its line has it, the same object every time. */
  get whole(): StoredInsight {
    this.#whole ??= this.toJSON()
    return this.#whole
  }

  toJSON(): StoredInsight {
    const { id, title, body, createdSeq, createdAt, updatedAt } = this
    return { id, title, body, ...this.#shared, createdSeq, createdAt, updatedAt }
  }

  get id(): StoredInsight['id'] {
    return textAt(this.#columns.id, this.#row) as StoredInsight['id']
  }
  get title(): string {
    return textAt(this.#columns.title, this.#row)
  }
  get createdAt(): string {
    return textAt(this.#columns.createdAt, this.#row)
  }
  get updatedAt(): string {
    return textAt(this.#columns.updatedAt, this.#row)
  }
  get body(): number {
    return this.#columns.body[this.#row] as number
  }
  get createdSeq(): number {
    return this.#columns.createdSeq[this.#row] as number
  }
  get kind(): StoredInsight['kind'] {
    return this.#shared.kind
  }
  get status(): StoredInsight['status'] {
    return this.#shared.status
  }
  get confidence(): StoredInsight['confidence'] {
    return this.#shared.confidence
  }
  get topics(): string[] {
    return this.#shared.topics
  }
  get rev(): number {
    return this.#shared.rev
  }
  get removedAt(): string | undefined {
    return this.#shared.removedAt
  }
  get reviewBy(): string | undefined {
    return this.#shared.reviewBy
  }
  get aliases(): string[] | undefined {
    return this.#shared.aliases
  }
  get origins(): string[] | undefined {
    return this.#shared.origins
  }
  get importedSha256(): string | undefined {
    return this.#shared.importedSha256
  }
}

/** The record itself, with fields of its own. */
export function wholeOf(record: StoredRecord): StoredRecord {
  return record instanceof ColumnInsight ? record.whole : record
}

function numberFrom(value: unknown): number {
  if (typeof value !== 'number') throw new TypeError('a column of numbers holds something else')
  return value
}

function toTextColumn(values: readonly string[]): TextColumn {
  if (!values.every((value) => typeof value === 'string')) throw new TypeError('a column of texts holds something else')
  const width = values[0]?.length ?? 0
  const text = values.join('')
  if (values.every(({ length }) => length === width)) return { text, ends: width }
  let end = 0
  return {
    text,
    ends: values.map(({ length }) => {
      end += length
      return end
    }),
  }
}

function textAt({ text, ends }: TextColumn, row: number): string {
  if (typeof ends === 'number') return text.slice(row * ends, (row + 1) * ends)
  return text.slice(row === 0 ? 0 : ends[row - 1], ends[row])
}
