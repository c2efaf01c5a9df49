// Commands on sources.

import { z } from 'zod'
import { maxBodyLength } from '../records/insight.ts'
import { origins } from '../records/record-fields.ts'
import { idOf } from '../records/record-id.ts'
import { citekeySchema, originalFile, sourceContent } from '../records/source.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { Refusal } from '../store/refusal.ts'
import { sameValue } from '../store/same-content.ts'
import { defineCommand } from './define-command.ts'
import { assignGiven, revision, withoutGaps } from './revision.ts'

const newSource = z.strictObject({
  id: idOf('source').optional(),
  /** Made from publisher or author, year and title where it is not given. */
  citekey: citekeySchema.optional(),
  /** For imports: taken as it is where it is free, else with a number. */
  wantedCitekey: citekeySchema.optional(),
  title: sourceContent.title.min(1, 'a source needs a title'),
  titleTranslations: sourceContent.titleTranslations.default([]),
  publisher: sourceContent.publisher.default(''),
  authors: sourceContent.authors.default([]),
  url: sourceContent.url.default(''),
  published: sourceContent.published.default(''),
  accessed: sourceContent.accessed.default(''),
  language: sourceContent.language.default(''),
  kind: sourceContent.kind.default('article'),
  doi: sourceContent.doi,
  csl: sourceContent.csl,
  /** What it is called where it was imported from. */
  origins,
  /** What the text was made from, kept in the notebook's files/. */
  file: originalFile.optional(),
  /** The text in Markdown; it becomes the first revision. */
  markdown: z.string().max(maxBodyLength, 'a text can hold 50 million characters: split it'),
})

export const addSource = defineCommand(
  'Adds a source with the Markdown of its text. The same id with the same content again is answered with the first commit.',
  newSource,
  (notebook, { id, citekey, wantedCitekey, markdown: _, file, ...content }) => {
    const stored = notebook.facts.texts[0]
    if (!stored) throw new Error('source.add ran before its text was stored')
    const held = id && notebook.get('sources', id)
    if (held) {
      const {
        rev,
        createdSeq,
        createdAt,
        updatedAt,
        revisions,
        nextHighlight,
        removedAt,
        kin,
        citekey: heldCitekey,
        id: heldId,
        ...heldContent
      } = held
      const same =
        sameValue(content, heldContent) && revisions[0]?.text === stored.id && (citekey ?? heldCitekey) === heldCitekey && removedAt === undefined
      if (same) return { id: heldId, rev, citekey: heldCitekey, text: stored.id, seq: createdSeq }
      throw new Refusal('exists', `${heldId} exists with other content`)
    }
    if (!notebook.head('texts', stored.id)) notebook.put('texts', stored)
    const source = notebook.put(
      'sources',
      withoutGaps({
        id: id ?? notebook.facts.newId('source'),
        citekey: citekey ?? freeCitekey(notebook, wantedCitekey ?? proposeCitekey(content)),
        ...content,
        revisions: [{ text: stored.id, at: notebook.facts.at, ...(file ? { file } : {}) }],
        nextHighlight: 1,
      }),
    )
    return { id: source.id, rev: source.rev, citekey: source.citekey, text: stored.id }
  },
  { texts: ({ markdown }) => [markdown] },
)

export const reviseSource = defineCommand(
  'Changes what is known about a source; its citekey and its texts stay.',
  z.strictObject({ id: idOf('source'), rev: z.int().optional(), ...revision(sourceContent), origins }),
  (notebook, { id, rev, ...given }) => ({ id, rev: notebook.update('sources', id, rev, (draft) => assignGiven(draft, given)).rev }),
)

type CitedAs = { authors: readonly string[]; publisher: string; published: string; title: string }

/** A citekey in the manner of Better BibTeX: who, year, first long word of the title; letters of any script. It may be taken already. */
export function proposeCitekey({ authors, publisher, published, title }: CitedAs): string {
  const familyName = authors[0]?.split(',')[0]?.split(' ').at(-1) ?? ''
  // A page without a title is called by its address.
  const words =
    title
      .replace(/^https?:\/\/(?:www\.)?/i, '')
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const word = words.find((candidate) => candidate.length > 3) ?? words[0] ?? 'text'
  const who = (familyName || publisher).normalize('NFKC').match(/[\p{L}\p{N}]+/gu)?.[0] ?? ''
  // Lower case can bring marks with it (İ), which no citekey holds.
  return `${cut(who, 24)}${published.slice(0, 4)}${who || published ? '-' : ''}${cut(word, 24)}`.toLowerCase().replace(/\p{M}/gu, '')
}

/** The proposal, made unique by a number. */
function freeCitekey(notebook: NotebookView, wanted: string): string {
  // Room for the number.
  const base = cut(wanted, 90).replace(/[^\p{L}\p{N}_]+$/u, '')
  for (let attempt = 0; ; attempt += 1) {
    const citekey = attempt === 0 ? wanted : `${base}-${attempt + 1}`
    if (notebook.by('sourcesByCitekey', citekey).length === 0) return citekey
  }
}

/** At most so many UTF-16 units, whole characters. */
function cut(word: string, length: number): string {
  const end = /[\ud800-\udbff]/.test(word.charAt(length - 1)) ? length - 1 : length
  return word.slice(0, end)
}
