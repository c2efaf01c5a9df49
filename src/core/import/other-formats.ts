// The bibliographies and the highlights of other programs that can come in, each known by what stands in the file rather than by its name.

import { hypothesisJson } from './annotations/parse-hypothesis.ts'
import { kindleClippings } from './annotations/parse-kindle.ts'
import { readwiseTable } from './annotations/parse-readwise.ts'
import { webAnnotations } from './annotations/parse-web-annotations.ts'
import { bibtexBibliography } from './bibliography/bibtex-bibliography.ts'
import { cslJson } from './bibliography/parse-csl.ts'
import { risBibliography } from './bibliography/parse-ris.ts'
import type { TextFormat } from './import-item.ts'

/** What the shapes of JSON differ in stands in this order: an annotation of CSL's type `webpage` is still an annotation. */
const otherFormats: readonly TextFormat[] = [
  kindleClippings,
  readwiseTable,
  webAnnotations,
  hypothesisJson,
  cslJson,
  risBibliography,
  bibtexBibliography,
]

/** So much of a file tells what it is; a file of one line has to show it in there. */
const headLength = 65_536

/** The format of a file, or undefined where it is none of these. Markdown and text are never looked at: a note may show an entry of BibTeX. */
export function otherFormatOf(fileName: string, text: string): TextFormat | undefined {
  const isNote = /\.(?:md|markdown|mdown|mkd)$/i.test(fileName)
  return isNote ? undefined : otherFormats.find((format) => format.recognises(fileName, text.slice(0, headLength)))
}
