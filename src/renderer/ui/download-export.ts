// An exported text out of the window: alone as Markdown, or in one archive with the pictures and charts that it names.

import type { QuestionAnswers } from '../../core/contract/questions.ts'
import { strings } from '../strings/strings.ts'
import { downloadFile, type SavedFile } from './download.ts'

type Exported = QuestionAnswers['export.markdown']
type Chart = { file: string; svg: string }
/** `problems`: those of the text, and pictures that could not be taken along. */
export type SavedExport = { saved: SavedFile; fileName: string; problems: string[] }

/** The archive's files all have this time: the same notebook gives the same bytes. Parts, as archives have no time zone. */
const noTime = new Date(1980, 0, 1)

/** Undefined where it was not saved: the person gave up, or has been told why. */
export async function downloadExport(exported: Exported, charts: readonly Chart[] = []): Promise<SavedExport | undefined> {
  const { fileName, markdown, files, problems } = exported
  if (files.length + charts.length === 0) {
    const saved = await downloadFile(fileName, markdown, 'text/markdown;charset=utf-8')
    return saved && { saved, fileName, problems }
  }
  const { strToU8, zipSync } = await import('fflate')
  const pictures = await Promise.all(files.map(async (file) => ({ file, bytes: await readPicture(file) })))
  const missing = pictures.filter(({ bytes }) => bytes === undefined).map(({ file }) => strings.app.pictureLeftOut(file))
  const entries = [
    [fileName, strToU8(markdown), { level: 6 }],
    ...charts.map(({ file, svg }) => [file, strToU8(svg), { level: 6 }] as const),
    // Pictures are packed already.
    ...pictures.flatMap(({ file, bytes }) => (bytes ? [[file, bytes, { level: 0 }] as const] : [])),
  ] as const
  const archive = zipSync(Object.fromEntries(entries.map(([name, bytes, options]) => [name, [bytes, options]])), { mtime: noTime })
  const archiveName = fileName.replace(/\.md$/, '.zip')
  const saved = await downloadFile(archiveName, archive, 'application/zip')
  return saved && { saved, fileName: archiveName, problems: [...problems, ...missing] }
}

async function readPicture(file: string): Promise<Uint8Array | undefined> {
  try {
    const answer = await fetch(file)
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined
  } catch {
    return undefined
  }
}
