// Answers `export.sources`: highlights or references in a form that other programs read.

import type { QuestionAnswers, QuestionInput } from '../../core/contract/questions.ts'
import { collectAnnotations } from '../../core/export/annotations/collect-annotations.ts'
import { writeHypothesis } from '../../core/export/annotations/write-hypothesis.ts'
import { writeAnnotationsMarkdown } from '../../core/export/annotations/write-markdown.ts'
import { writeWebAnnotations } from '../../core/export/annotations/write-web-annotations.ts'
import { writeBibliography } from '../../core/export/bibliography/write-bibliography.ts'
import { exportFileName } from '../../core/export/export-file-name.ts'
import type { NotebookHost } from '../session/notebook-host.ts'

const extensions = { md: '.md', jsonld: '.jsonld', hypothesis: '.json', csl: '.json', bibtex: '.bib', ris: '.ris' } as const

export function exportSourcesAnswer(
  { view, manifest }: Pick<NotebookHost, 'view' | 'manifest'>,
  { source, format }: QuestionInput<'export.sources'>,
): QuestionAnswers['export.sources'] {
  const title = (source && view.head('sources', source)?.title) ?? manifest.title
  const fileName = exportFileName(title).replace(/\.md$/, extensions[format])
  const chosen = source && new Set([source])
  if (format === 'csl' || format === 'bibtex' || format === 'ris') return { fileName, text: writeBibliography(view, format, chosen), count: 1 }
  const annotated = collectAnnotations(view, chosen)
  const about = { id: manifest.id, title: manifest.title, now: new Date().toISOString() }
  const write = { md: writeAnnotationsMarkdown, jsonld: writeWebAnnotations, hypothesis: writeHypothesis }[format]
  return { fileName, text: write(annotated, about), count: annotated.reduce((sum, { highlights }) => sum + highlights.length, 0) }
}
