// The parts of the window that its first screen does without: fetched when they are first shown, or as soon as there is nothing else to do.
//
// Together they are two thirds of the code (the Markdown renderer, the sanitiser, dialogs): waiting for them would more than double the time to
// the first list of insights.

import { lazy } from 'react'
import { whilePartComes } from '../keys/held-key.ts'
import { fetched } from '../notebook/fetched.ts'

const loaders = {
  openInsight: () => fetched(() => import('../features/insights/open-insight.tsx')),
  reader: () => fetched(() => import('../features/reader/reader-pane.tsx')),
  sources: () => fetched(() => import('../features/sources/source-list.tsx')),
  addSource: () => fetched(() => import('../features/sources/add-source.tsx')),
  importWindow: () => fetched(() => import('../features/imports/import-window.tsx')),
  reports: () => fetched(() => import('../features/reports/reports-view.tsx')),
  search: () => fetched(() => import('../features/search/search-view.tsx')),
  tour: () => fetched(() => import('../features/tour/tour.tsx')),
  backups: () => fetched(() => import('../features/backups/backups-view.tsx')),
  audit: () => fetched(() => import('../features/audit/audit-view.tsx')),
  figures: () => fetched(() => import('../features/figures/figures-view.tsx')),
  timeline: () => fetched(() => import('../features/timeline/timeline-view.tsx')),
  sourceTexts: () => fetched(() => import('../features/revisions/source-texts.tsx')),
  damage: () => fetched(() => import('../features/damage/damage-view.tsx')),
  confirmRemoval: () => fetched(() => import('./confirm-removal.tsx')),
  trash: () => fetched(() => import('../features/trash/trash-view.tsx')),
  versions: () => fetched(() => import('../features/history/versions-dialog.tsx')),
  historySize: () => fetched(() => import('../features/history/history-size-dialog.tsx')),
  past: () => fetched(() => import('../features/history/past-bar.tsx')),
  keys: () => fetched(() => import('../features/key-list/keys-dialog.tsx')),
  settings: () => fetched(() => import('../features/settings/settings-dialog.tsx')),
  exports: () => fetched(() => import('../features/exports/exports-dialog.tsx')),
  clippers: () => fetched(() => import('../features/clippers/clippers-dialog.tsx')),
  editor: () => fetched(() => import('../ui/markdown-editor/codemirror-editor.tsx')),
}

export const fetchAddSource = () => loaders.addSource()

export const ReaderPane = lazy(async () => ({ default: (await whilePartComes(loaders.reader())).ReaderPane }))
export const SourceList = lazy(async () => ({ default: (await whilePartComes(loaders.sources())).SourceList }))
export const AddSource = lazy(async () => ({ default: (await whilePartComes(loaders.addSource())).AddSource }))
export const ImportWindow = lazy(async () => ({ default: (await whilePartComes(loaders.importWindow())).ImportWindow }))
export const ReportsView = lazy(async () => ({ default: (await whilePartComes(loaders.reports())).ReportsView }))
export const SearchView = lazy(async () => ({ default: (await whilePartComes(loaders.search())).SearchView }))
export const KeysDialog = lazy(async () => ({ default: (await whilePartComes(loaders.keys())).KeysDialog }))
export const SettingsDialog = lazy(async () => ({ default: (await whilePartComes(loaders.settings())).SettingsDialog }))
export const ClippersDialog = lazy(async () => ({ default: (await whilePartComes(loaders.clippers())).ClippersDialog }))
export const ExportsDialog = lazy(async () => ({ default: (await whilePartComes(loaders.exports())).ExportsDialog }))
export const VersionsDialog = lazy(async () => ({ default: (await whilePartComes(loaders.versions())).VersionsDialog }))
export const HistorySizeDialog = lazy(async () => ({ default: (await whilePartComes(loaders.historySize())).HistorySizeDialog }))
export const PastBar = lazy(async () => ({ default: (await whilePartComes(loaders.past())).PastBar }))
export const BackupsView = lazy(async () => ({ default: (await whilePartComes(loaders.backups())).BackupsView }))
export const AuditView = lazy(async () => ({ default: (await whilePartComes(loaders.audit())).AuditView }))
export const FiguresView = lazy(async () => ({ default: (await whilePartComes(loaders.figures())).FiguresView }))
export const TimelineView = lazy(async () => ({ default: (await whilePartComes(loaders.timeline())).TimelineView }))
export const SourceTexts = lazy(async () => ({ default: (await whilePartComes(loaders.sourceTexts())).SourceTexts }))
export const DamageView = lazy(async () => ({ default: (await whilePartComes(loaders.damage())).DamageView }))
export const TrashView = lazy(async () => ({ default: (await whilePartComes(loaders.trash())).TrashView }))

export const ConfirmRemoval = lazy(async () => ({ default: (await loaders.confirmRemoval()).ConfirmRemoval }))
export const Tour = lazy(async () => ({ default: (await loaders.tour()).Tour }))

/** Fetches them one after another, so that none of them is waited for when it is wanted; `onQuiet` is told when the first screen has come to rest. */
export function fetchLaterParts(onQuiet: () => void): void {
  whenIdle(onQuiet)
  const rest = Object.values(loaders)
  const next = async () => {
    await rest.shift()?.()
    if (rest.length > 0) whenIdle(() => void next())
  }
  whenIdle(() => void next())
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 1_000 })
  else setTimeout(work, 200)
}
