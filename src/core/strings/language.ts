// What a language of the interface is: the same sentences as in English, each a string or a function that makes one.

import { appWords } from './en/app-words.ts'
import { insightsWords } from './en/insights-words.ts'
import { listsWords } from './en/lists-words.ts'
import { readerWords } from './en/reader-words.ts'
import { reportsWords } from './en/reports-words.ts'
import { searchWords } from './en/search-words.ts'
import { sourcesWords } from './en/sources-words.ts'
import { trashWords } from './en/trash-words.ts'

/** Literal types are English; another language has the same keys and the same parameters. */
type Sentences<Words> = {
  readonly [Name in keyof Words]: Words[Name] extends string
    ? string
    : Words[Name] extends (...facts: infer Facts) => string
      ? (...facts: Facts) => string
      : Sentences<Words[Name]>
}

export const english = {
  app: appWords,
  insights: insightsWords,
  lists: listsWords,
  reader: readerWords,
  reports: reportsWords,
  search: searchWords,
  sources: sourcesWords,
  trash: trashWords,
} as const

export type Language = Sentences<typeof english>
