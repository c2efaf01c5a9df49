// Writes the records and bodies of one moment as a generation's files, in slices, while edits go on beside it.

import { join } from 'node:path'
import type { RecordId } from '../../core/records/record-id.ts'
import type { TableName } from '../../core/records/tables.ts'
import type { StoredRecord } from '../../core/store/stored-record.ts'
import type { BodyFiles } from './body-files.ts'
import { bodyPayload } from './body-payload.ts'
import { BodyWindow } from './body-window.ts'
import { Breather } from './breather.ts'
import { ColumnsWriter, type InsightLines } from './columns-file.ts'
import { publishDurably } from './durable-file.ts'
import type { FileSystem } from './file-system.ts'
import { frameLine } from './framed-line.ts'
import { generationFile } from './generation-names.ts'
import { type StoredInsight, wholeOf } from './insight-columns.ts'
import type { GenerationFiles } from './manifest.ts'
import { checksumOfLine, encodeLine, type RecordsHead } from './records-file.ts'
import { SlicedFile } from './sliced-file.ts'

export type Moment = { head: RecordsHead; tables: [table: TableName, records: StoredRecord[]][] }

export type WrittenGeneration = {
  files: Pick<GenerationFiles, 'records' | 'bodies'>
  /** Where each insight's body lies in the new file, in the order of the moment's records. */
  bodyOffsets: Float64Array
}

/** `onDamagedBody` is told of bodies that cannot be carried over; their bytes stay in the old file, which goes to history whole. */
export async function writeGeneration(
  fileSystem: FileSystem,
  folder: string,
  moment: Moment,
  bodyFiles: BodyFiles,
  onDamagedBody: (id: RecordId, bytes: Buffer) => Promise<void>,
): Promise<WrittenGeneration> {
  const breather = new Breather()
  const { generation } = moment.head
  const insights = moment.tables.find(([table]) => table === 'insights')?.[1] ?? []
  const bodyOffsets = new Float64Array(insights.length)

  const bodies = { name: generationFile('bodies', generation), bytes: 0, sha256: '' }
  await publishDurably(fileSystem, join(folder, bodies.name), async (file) => {
    const output = new SlicedFile(file, breather)
    const window = new BodyWindow(bodyFiles)
    try {
      for (const [index, insight] of insights.entries()) {
        bodyOffsets[index] = output.position
        output.add(await bodyLine(insight, window, breather, bodyFiles, onDamagedBody))
        if (output.isDue) await output.settle()
      }
      bodies.sha256 = (await output.finish()).sha256
    } finally {
      await window.close()
    }
    bodies.bytes = output.position
  })

  const columns = new ColumnsWriter(fileSystem, folder, breather)
  const insightLines: InsightLines = { start: 0, end: 0 }
  const records = { name: generationFile('records', generation), bytes: 0, checksumsAt: 0, crc32: 0, sha256: '' }
  await publishDurably(fileSystem, join(folder, records.name), async (file) => {
    const output = new SlicedFile(file, breather)
    const checksums: [number, number][] = []
    const addLine = (value: unknown) => {
      const line = encodeLine(value)
      checksums.push(checksumOfLine(line))
      output.add(line)
    }
    addLine(moment.head)
    for (const [table, tableRecords] of moment.tables) {
      if (table === 'insights') insightLines.start = output.position
      for (const [index, record] of tableRecords.entries()) {
        if (table === 'insights') {
          const insight = { ...wholeOf(record), body: bodyOffsets[index] } as StoredInsight
          addLine(insight)
          columns.add(insight)
        } else addLine(record)
        if (output.isDue) await output.settle()
      }
      if (table === 'insights') insightLines.end = output.position
    }
    Object.assign(records, await output.finish())
    records.checksumsAt = output.position
    await addFoot(output, checksums)
    await output.finish()
    records.bytes = output.position
  })
  await columns.finish(generation, records.sha256, insightLines)
  return { files: { records, bodies }, bodyOffsets }
}

async function bodyLine(
  insight: StoredRecord,
  window: BodyWindow,
  breather: Breather,
  bodyFiles: BodyFiles,
  onDamagedBody: (id: RecordId, bytes: Buffer) => Promise<void>,
): Promise<Uint8Array> {
  const { id, body } = insight as { id: RecordId; body: string | number }
  if (typeof body === 'string') return frameLine('body', await bodyPayload(id, body, breather))
  const found = window.has(body) ? window.lineAt(body, id) : await window.load(body, id)
  if (found.isWhole) return found.line
  const healed = await bodyFiles.readHealed(body, id)
  if (healed !== undefined) return frameLine('body', await bodyPayload(id, healed, breather))
  // A line that stays damaged: whoever reads this body is told so, until the analyst writes it anew.
  await onDamagedBody(id, found.line)
  return Buffer.from(`{"length":0,"crc32":"damaged!","body":${JSON.stringify({ id })}}\n`)
}

/** The same bytes as one JSON.stringify of the whole, which would take too long at once. */
async function addFoot(output: SlicedFile, checksums: readonly [number, number][]): Promise<void> {
  output.add(Buffer.from('{"checksums":['))
  for (let start = 0; start < checksums.length; start += 5_000) {
    const part = JSON.stringify(checksums.slice(start, start + 5_000)).slice(1, -1)
    output.add(Buffer.from(start === 0 ? part : `,${part}`))
    await output.settle()
  }
  output.add(Buffer.from(']}\n'))
}
