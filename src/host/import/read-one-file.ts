// One file to what is to be brought in of it. Runs in the worker: what a file does to a parser, it does there.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { decodeText } from '../../core/import/decode-text.ts'
import type { FileKind } from '../../core/import/file-kinds.ts'
import type { ImportItem } from '../../core/import/import-item.ts'
import { otherFormatOf } from '../../core/import/other-formats.ts'
import { planSource } from '../../core/import/plan-source.ts'
import { readNote } from '../../core/import/read-note.ts'
import type { FolderPictures } from './folder-pictures.ts'

/** `isNamed`: the file itself was asked for, not a folder that it lies in. */
export type ReadRequest = {
  path: string
  within: string
  kind: FileKind
  as: 'sources' | 'insights'
  isNamed: boolean
  size?: number
  looksOnly?: true
}
/** What a text was made from; kept once the notebook takes it. */
export type Original = { sha256: string; extension: string; name: string }
export type ReadResult =
  | { kind: 'read'; items: ImportItem[]; notes: string[]; original?: Original; shown: string[] }
  | { kind: 'looked'; format?: string; sources: number; highlights: number }
  | { kind: 'refused' | 'skipped'; reason: string }

export type Reading = { pictures: FolderPictures; keepOriginal: (bytes: Uint8Array, extension: string) => Promise<void> }

/** Rejects for bugs, and with refusals of the notebook's disk. */
export async function readOneFile(request: ReadRequest, reading: Reading): Promise<ReadResult> {
  // At once: the thread has nothing else to do, and four trips to the pool cost more than reading a note.
  const bytes = readFileSync(request.path)
  if (request.looksOnly) return lookAt(request.path, bytes)
  switch (request.kind) {
    case 'page':
    case 'archive':
      return readSavedPage(request, bytes, reading)
    case 'document':
      return readDocument(request, bytes, reading)
    default:
      return readText(request, bytes, reading)
  }
}

/** What a text of no kind that its name tells would bring, before anything is brought in. */
async function lookAt(path: string, bytes: Uint8Array): Promise<ReadResult> {
  const decoded = decodeText(bytes)
  const format = decoded.ok ? otherFormatOf(basename(path), decoded.text) : undefined
  if (!decoded.ok || !format) return { kind: 'looked', sources: 0, highlights: 0 }
  if (format.count) return { kind: 'looked', format: format.name, sources: format.count(decoded.text), highlights: 0 }
  const { items } = await format.parse(basename(path), decoded.text)
  const highlights = items.reduce((count, item) => count + (item.kind === 'source' ? item.highlights.length : 0), 0)
  return { kind: 'looked', format: format.name, sources: items.length, highlights }
}

async function readText({ path, within, kind, as, isNamed }: ReadRequest, bytes: Uint8Array, { pictures }: Reading): Promise<ReadResult> {
  const name = basename(path)
  const decoded = decodeText(bytes)
  if (!decoded.ok) return { kind: 'refused', reason: decoded.reason }
  const said = decoded.note === undefined ? [] : [decoded.note]
  const format = kind === 'note' ? undefined : otherFormatOf(name, decoded.text)
  if (format) {
    const { items, notes } = await format.parse(name, decoded.text)
    return items.length === 0 && notes.length === 0
      ? { kind: 'skipped', reason: `${format.name}: nothing in it` }
      : { kind: 'read', items, notes: [...said, ...notes], shown: [] }
  }
  if (kind === 'data') {
    const reason =
      'not a bibliography or list of highlights that is known here (CSL-JSON, BibTeX, RIS; Hypothesis, Readwise, Kindle, Web Annotations)'
    return { kind: isNamed ? 'refused' : 'skipped', reason }
  }
  if (as === 'insights' && kind === 'note') {
    const settled = await pictures.settle(within, decoded.text)
    const { item, notes } = readNote(name, settled.markdown)
    return { kind: 'read', items: [item], notes: [...said, ...notes, ...settled.notes], shown: settled.shown }
  }
  const plan = planSource(name, decoded.text)
  if (!plan) return { kind: 'skipped', reason: 'holds no text' }
  const { markdown, ...fields } = plan.input
  const settled = await pictures.settle(within, markdown)
  return {
    kind: 'read',
    items: [{ kind: 'source', origins: [], fields, markdown: settled.markdown, highlights: [] }],
    notes: [...said, ...plan.notes, ...settled.notes],
    shown: settled.shown,
  }
}

/** jsdom and turndown take a second to load, so only who meets a page loads them. */
async function readSavedPage({ path, within, kind }: ReadRequest, bytes: Uint8Array, { pictures, keepOriginal }: Reading): Promise<ReadResult> {
  const { readPageFile } = await import('./formats/read-page-file.ts')
  const page = await readPageFile(bytes, kind === 'archive', {
    beside: async (address) => {
      const found = pictures.find(within, address, false)
      return found === undefined ? undefined : pictures.keep(found)
    },
    embedded: (picture) => pictures.keepBytes(picture),
  })
  if (!page.ok) return { kind: 'refused', reason: page.reason }
  return toSource(path, bytes, page, keepOriginal)
}

async function readDocument({ path }: ReadRequest, bytes: Uint8Array, { pictures, keepOriginal }: Reading): Promise<ReadResult> {
  const { readDocx } = await import('./formats/read-docx.ts')
  const document = await readDocx(bytes, (picture) => pictures.keepBytes(picture))
  if (!document.ok) return { kind: 'refused', reason: document.reason }
  return toSource(path, bytes, document, keepOriginal)
}

export type ConvertedPage = {
  ok: true
  markdown: string
  title: string
  url: string
  language: string
  publisher: string
  authors: string[]
  published: string
  notes: string[]
}

async function toSource(path: string, bytes: Uint8Array, page: ConvertedPage, keepOriginal: Reading['keepOriginal']): Promise<ReadResult> {
  if (page.markdown.trim() === '') return { kind: 'skipped', reason: 'holds no text' }
  const extension = extname(path).slice(1).toLowerCase()
  await keepOriginal(bytes, extension)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const plan = planSource(basename(path), page.markdown)
  const { url, language, publisher, authors, published } = page
  const fields = {
    title: page.title || plan?.input.title || basename(path),
    url,
    language,
    publisher,
    authors,
    published,
    kind: extension === 'docx' ? ('other' as const) : ('web page' as const),
  }
  return {
    kind: 'read',
    items: [{ kind: 'source', origins: [], fields, markdown: page.markdown, highlights: [] }],
    notes: page.notes,
    original: { sha256, extension, name: basename(path).toWellFormed().slice(0, 500) },
    shown: [],
  }
}
