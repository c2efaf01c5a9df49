// `footing list`: the records of one table, as columns for people or as JSON lines.

import type { Moment } from '../../core/history/moment.ts'
import { saidBy } from '../../core/ledger/amount-of.ts'
import { amountWords, numberWords } from '../../core/ledger/amount-words.ts'
import { nameOfEntity } from '../../core/ledger/entity-names.ts'
import { isTableName, type RecordOf, type TableName, tableNames } from '../../core/records/tables.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'
import { dumpRecords } from '../../host/dump/dump-records.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { openForReading } from '../open-folder.ts'
import { LineWriter, tell, toOneLine } from '../output.ts'

/** The trash is left out. Records whose body is damaged are named on stderr. */
export async function list(folder: string, table: string, { json = false, asOf }: { json?: boolean; asOf?: Moment }): Promise<number> {
  if (!isTableName(table)) throw new CommandFailure(`there is no table ${table}: the tables are ${tableNames.join(', ')}`)
  const notebook = await openForReading(folder, asOf)
  try {
    return json ? await listJson(notebook.view, table) : await listForPeople(notebook.view, table)
  } finally {
    await notebook.close()
  }
}

async function listJson(view: NotebookView, table: TableName): Promise<number> {
  let exitCode: number = exitCodes.done
  const lines = new LineWriter()
  for (const dumped of dumpRecords(view, { tables: [table] })) {
    if ('record' in dumped) await lines.writeLine(JSON.stringify(dumped.record))
    else {
      tell(`${dumped.id} is damaged: ${dumped.problem}`)
      exitCode = exitCodes.problems
    }
  }
  await lines.flush()
  return exitCode
}

async function listForPeople(view: NotebookView, table: TableName): Promise<number> {
  const rows: string[][] = []
  for (const dumped of dumpRecords(view, { tables: [table] })) {
    const cells = 'record' in dumped ? cellsOf(view, table, dumped.record as never) : [`damaged: ${dumped.problem}`]
    rows.push([dumped.id, ...cells].map(toOneLine))
  }
  if (rows.length === 0) tell(`there are no ${table} yet`)
  // The last column is not padded: it holds the long text.
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.min(
      48,
      rows.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 0),
    ),
  )
  const lines = new LineWriter()
  for (const row of rows)
    await lines.writeLine(row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  '))
  await lines.flush()
  return exitCodes.done
}

type CellsBy = { [Table in TableName]: (record: RecordOf<Table>, view: NotebookView) => string[] }

const cellsBy: CellsBy = {
  insights: ({ kind, status, confidence, title }) => [kind, status, confidence, title],
  sources: ({ citekey, published, publisher, title }) => [citekey, published, publisher, title],
  texts: ({ length }) => [`${length} characters`],
  highlights: ({ number, source, passage }, view) => [`${view.head('sources', source)?.citekey ?? source}#h${number}`, passage.exact],
  evidence: ({ stance, insight, highlight, source }) => [stance, insight, highlight ?? source],
  entities: ({ kind, names }) => [kind, names.map(({ name }) => name).join(', ')],
  figures: (figure, view) => [
    figure.passage.exact,
    amountWords(saidBy(figure)),
    (figure.metric && view.head('metrics', figure.metric)?.name) ?? '',
    view.head('sources', figure.source)?.citekey ?? figure.source,
  ],
  metrics: ({ kind, name, entity }, view) => [kind, entity ? nameOfEntity(view, entity) : '', name],
  rates: ({ base, quote, rate, date, note }) => [`1 ${base} = ${numberWords(rate)} ${quote}`, date, note],
  reports: ({ outline, title }) => [`${outline.length} items`, title],
}

function cellsOf<Table extends TableName>(view: NotebookView, table: Table, record: RecordOf<Table>): string[] {
  return cellsBy[table](record, view)
}
