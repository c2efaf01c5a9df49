// Writes a whole notebook into one file: every record with its trash, every text, every picture and original file. History and backups stay behind.

import { createHash, randomUUID } from 'node:crypto'
import { open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnyRecord } from '../../core/records/tables.ts'
import { Refusal } from '../../core/store/refusal.ts'
import { dumpHealed } from '../dump/dump-records.ts'
import type { OpenNotebook } from '../opened-notebook.ts'
import { checkNotebookFile, headOf, NotebookFileWriter } from './notebook-file.ts'

export type ExportedNotebook = { records: number; texts: number; files: number }

const fileName = /^([0-9a-f]{64})\.[a-z0-9]{1,8}$/

/** The file appears whole, read back and checked, or not at all. Refused with `invalid` where anything of the notebook is damaged. */
export async function exportNotebook(notebook: OpenNotebook, path: string): Promise<ExportedNotebook> {
  const temporary = `${path}.${randomUUID().slice(0, 8)}.tmp`
  const file = await open(temporary, 'wx', 0o600)
  try {
    let counts: ExportedNotebook
    try {
      counts = await writeAll(notebook, new NotebookFileWriter(async (bytes) => void (await file.appendFile(bytes))))
      await file.sync()
    } finally {
      await file.close()
    }
    await checkNotebookFile(temporary)
    await rename(temporary, path)
    return counts
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

async function writeAll(notebook: OpenNotebook, writer: NotebookFileWriter): Promise<ExportedNotebook> {
  const { id, title, createdAt, schema } = notebook.manifest
  const counts = { records: 0, texts: 0, files: 0 }
  const texts: AnyRecord[] = []
  await writer.add(headOf({ id, title, schema, createdAt, seq: notebook.queue.lastSeq }))
  for await (const dumped of dumpHealed(notebook, { withTrash: true })) {
    if ('problem' in dumped) throw incomplete(`${dumped.id} is damaged (${dumped.problem})`)
    await writer.add({ table: dumped.table, record: dumped.record as { [field: string]: unknown } })
    if (dumped.table === 'texts') texts.push(dumped.record)
    counts.records += 1
  }
  for (const record of texts) {
    const read = await notebook.readText(record.id as `text:${string}`)
    if (!read) throw incomplete(`the text ${record.id} is missing or damaged`)
    await writer.add({ text: record.id.slice('text:'.length), markdown: read.markdown, reading: read.readingText })
    counts.texts += 1
  }
  const folder = join(notebook.folder, 'files')
  for (const name of (await readdir(folder).catch(() => [])).sort()) {
    const sha256 = fileName.exec(name)?.[1]
    if (sha256 === undefined) continue
    const bytes = await readFile(join(folder, name))
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw incomplete(`files/${name} is damaged`)
    await writer.add({ file: name, bytes: bytes.toString('base64') })
    counts.files += 1
  }
  await writer.finish()
  return counts
}

function incomplete(what: string): Refusal {
  return new Refusal('invalid', `${what}: \`footing check --repair\` mends what can be mended; nothing was exported`)
}
