// What a form knows about a source while it is being written: strings as typed, checked against the records' own schemas.

import { type Source, sourceContent } from '../../core/records/source.ts'
import { strings } from '../strings/strings.ts'

/** What a bibliography or a comparison of sources says is none of a form's. */
type WrittenField = Exclude<keyof typeof sourceContent, 'csl' | 'kin' | 'doi'>
export type WrittenContent = Pick<Source, WrittenField> & { doi: string }

export type SourceFields = Omit<WrittenContent, 'authors'> & {
  /** One a line. */
  authors: string
}

export const noFields: SourceFields = {
  title: '',
  titleTranslations: [],
  publisher: '',
  authors: '',
  url: '',
  published: '',
  accessed: '',
  language: '',
  kind: 'article',
  doi: '',
}

export function toFields(source: Omit<WrittenContent, 'doi'> & { doi?: string | undefined }): SourceFields {
  const { title, titleTranslations, publisher, authors, url, published, accessed, language, kind, doi = '' } = source
  return { title, titleTranslations, publisher, authors: authors.join('\n'), url, published, accessed, language, kind, doi }
}

/** The record's content that the fields describe. */
export function toContent(fields: SourceFields): WrittenContent {
  const trimmed = (text: string) => text.trim().replace(/\s+/g, ' ')
  return {
    ...fields,
    title: trimmed(fields.title),
    titleTranslations: fields.titleTranslations
      .map(({ language, title }) => ({ language: language.trim(), title: trimmed(title) }))
      .filter(({ title }) => title !== ''),
    publisher: trimmed(fields.publisher),
    authors: fields.authors
      .split(/[\n;；、]/)
      .map(trimmed)
      .filter((name) => name !== ''),
    url: fields.url.trim(),
    published: fields.published.trim(),
    accessed: fields.accessed.trim(),
    language: fields.language.trim(),
    doi: bareDoi(fields.doi),
  }
}

/** As it is stored: without the resolver that it is often written with, in lower case. */
function bareDoi(written: string): string {
  return written
    .trim()
    .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
    .toLowerCase()
}

export type FieldErrors = Partial<Record<keyof SourceFields, string>>

const sentences: FieldErrors = {
  published: strings.sources.badDate,
  accessed: strings.sources.badDate,
  language: strings.sources.badLanguage,
  titleTranslations: strings.sources.badLanguage,
  doi: strings.sources.badDoi,
}

/** What is wrong with each field, in words; empty where all of it can be saved. */
export function checkFields(fields: SourceFields): FieldErrors {
  const content = toContent(fields)
  const errors: FieldErrors = content.title === '' ? { title: strings.sources.needsTitle } : {}
  for (const name of Object.keys(content) as WrittenField[]) {
    if (!sourceContent[name].safeParse(content[name]).success) errors[name] = sentences[name] ?? strings.sources.tooLong
  }
  return errors
}
