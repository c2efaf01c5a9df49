// What a language of the interface is: the same sentences as in English, each a string or a function that makes one.

import { appWords } from './en/app-words.ts'
import { auditWords } from './en/audit-words.ts'
import { backupsWords } from './en/backups-words.ts'
import { captureWords } from './en/capture-words.ts'
import { checksWords } from './en/checks-words.ts'
import { clippersWords } from './en/clippers-words.ts'
import { damageWords } from './en/damage-words.ts'
import { desktopWords } from './en/desktop-words.ts'
import { editorWords } from './en/editor-words.ts'
import { exportsWords } from './en/exports-words.ts'
import { figuresWords } from './en/figures-words.ts'
import { historyWords } from './en/history-words.ts'
import { importWords } from './en/import-words.ts'
import { insightsWords } from './en/insights-words.ts'
import { keysWords } from './en/keys-words.ts'
import { ledgerWords } from './en/ledger-words.ts'
import { listsWords } from './en/lists-words.ts'
import { momentsWords } from './en/moments-words.ts'
import { paletteWords } from './en/palette-words.ts'
import { readerWords } from './en/reader-words.ts'
import { reportsWords } from './en/reports-words.ts'
import { revisionsWords } from './en/revisions-words.ts'
import { searchWords } from './en/search-words.ts'
import { settingsWords } from './en/settings-words.ts'
import { sourcesWords } from './en/sources-words.ts'
import { startWords } from './en/start-words.ts'
import { timelineWords } from './en/timeline-words.ts'
import { tourWords } from './en/tour-words.ts'
import { trashWords } from './en/trash-words.ts'
import { workspaceWords } from './en/workspace-words.ts'

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
  audit: auditWords,
  backups: backupsWords,
  capture: captureWords,
  checks: checksWords,
  clippers: clippersWords,
  damage: damageWords,
  desktop: desktopWords,
  editor: editorWords,
  exports: exportsWords,
  figures: figuresWords,
  history: historyWords,
  import: importWords,
  insights: insightsWords,
  keys: keysWords,
  ledger: ledgerWords,
  lists: listsWords,
  moments: momentsWords,
  palette: paletteWords,
  reader: readerWords,
  reports: reportsWords,
  revisions: revisionsWords,
  search: searchWords,
  settings: settingsWords,
  sources: sourcesWords,
  start: startWords,
  timeline: timelineWords,
  tour: tourWords,
  trash: trashWords,
  workspace: workspaceWords,
} as const

export type Language = Sentences<typeof english>
