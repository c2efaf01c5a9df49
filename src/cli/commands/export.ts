// `footing export`: annotations, a bibliography, or the whole notebook, into a file or to stdout.

import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { collectAnnotations } from '../../core/export/annotations/collect-annotations.ts'
import { writeHypothesis } from '../../core/export/annotations/write-hypothesis.ts'
import { writeAnnotationsMarkdown } from '../../core/export/annotations/write-markdown.ts'
import { writeWebAnnotations } from '../../core/export/annotations/write-web-annotations.ts'
import { type BibliographyFormat, bibliographyFormats, writeBibliography } from '../../core/export/bibliography/write-bibliography.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'
import { Refusal } from '../../core/store/refusal.ts'
import { exportNotebook } from '../../host/export/export-notebook.ts'
import { readProblem } from '../../host/import/list-files.ts'
import type { OpenNotebook } from '../../host/opened-notebook.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { openForReading } from '../open-folder.ts'
import { tell, write, writeJsonLine } from '../output.ts'
import { cannotWrite, writeWhole } from '../write-whole.ts'

const kinds = ['annotations', 'bibliography', 'notebook'] as const
type Kind = (typeof kinds)[number]
const annotationFormats = ['jsonld', 'hypothesis', 'md'] as const
type AnnotationFormat = (typeof annotationFormats)[number]

export type ExportOptions = {
  format?: AnnotationFormat | BibliographyFormat
  source?: string[]
  template?: string
  out?: string
  json?: boolean
}

export async function exportFrom(first: string, second: string, options: ExportOptions): Promise<number> {
  // `export notebook DIR` is how people say it too.
  const [folder, kind] = isKind(first) && !isKind(second) ? [second, first] : [first, second]
  if (!isKind(kind)) throw new CommandFailure(`what is to be exported: ${kinds.join(', ')}?`)
  refuseMisfits(kind, options)
  const notebook = await openForReading(folder)
  try {
    return kind === 'notebook' ? await exportWhole(notebook, options) : await exportText(notebook, kind, options)
  } finally {
    await notebook.close()
  }
}

function refuseMisfits(kind: Kind, { format, source, template, out }: ExportOptions): void {
  const formats: readonly string[] = kind === 'annotations' ? annotationFormats : kind === 'bibliography' ? bibliographyFormats : []
  if (kind === 'notebook' && (out === undefined || out === '-')) throw new CommandFailure('a notebook goes into a file: add --out FILE')
  if (kind === 'notebook' && source) throw new CommandFailure('a notebook goes out whole: --source is for annotations and bibliographies')
  if (format && !formats.includes(format))
    throw new CommandFailure(formats.length === 0 ? 'a notebook has one format: leave --format out' : `${kind} go out as ${formats.join(', ')}`)
  if (template !== undefined && (kind !== 'annotations' || (format ?? 'md') !== 'md'))
    throw new CommandFailure('--template is for annotations in Markdown: add --format md')
}

async function exportWhole(notebook: OpenNotebook, { out = '', json = false }: ExportOptions): Promise<number> {
  const counts = await exportNotebook(notebook, out).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException
    if (error instanceof Refusal || code === undefined) throw error
    throw cannotWrite(out, code)
  })
  if (json) await writeJsonLine({ out: resolve(out), ...counts })
  else
    tell(`${counts.records} records, ${counts.texts} texts and ${counts.files} files are in ${out}: \`footing import NEWDIR FILE\` brings them back`)
  return exitCodes.done
}

async function exportText(notebook: OpenNotebook, kind: 'annotations' | 'bibliography', options: ExportOptions): Promise<number> {
  const chosen = options.source && chooseSources(notebook.view, options.source)
  const text =
    kind === 'bibliography'
      ? writeBibliography(notebook.view, (options.format as BibliographyFormat | undefined) ?? 'csl', chosen)
      : await annotationsText(notebook, options, chosen)
  const { out, json = false } = options
  const isToFile = out !== undefined && out !== '-'
  if (isToFile) await writeWhole(out, text)
  if (json) await writeJsonLine(isToFile ? { out: resolve(out) } : { text })
  else if (!isToFile) await write(text)
  return exitCodes.done
}

async function annotationsText(notebook: OpenNotebook, options: ExportOptions, chosen: ReadonlySet<RecordId> | undefined): Promise<string> {
  const annotated = collectAnnotations(notebook.view, chosen)
  const { id, title } = notebook.manifest
  const about = { id, title, now: new Date().toISOString() }
  const format = (options.format ?? (options.template === undefined ? 'jsonld' : 'md')) as AnnotationFormat
  if (format === 'jsonld') return writeWebAnnotations(annotated, about)
  if (format === 'hypothesis') return writeHypothesis(annotated, about)
  if (options.template === undefined) return writeAnnotationsMarkdown(annotated, about)
  const template = await readFile(options.template, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure(`the template ${options.template} cannot be read: ${error.code === 'EISDIR' ? 'it is a folder' : readProblem(error)}`)
  })
  try {
    return writeAnnotationsMarkdown(annotated, about, template)
  } catch (error) {
    throw new CommandFailure(`the template ${options.template} does not fit: ${(error as Error).message}`)
  }
}

/** By citekey, with or without its @, or by id. */
function chooseSources(view: NotebookView, names: readonly string[]): Set<RecordId> {
  const chosen = names.map((name) => {
    const source = view.by('sourcesByCitekey', name.replace(/^@/, ''))[0] ?? view.head('sources', name as RecordId)
    if (!source) throw new CommandFailure(`there is no source ${name}: \`footing list DIR sources\` shows them`)
    return source.id
  })
  return new Set(chosen)
}

function isKind(word: string): word is Kind {
  return (kinds as readonly string[]).includes(word)
}
