// Back and forward over what was shown: a list of places and a position in it. Pure; the browser's own history is kept in step elsewhere.

import type { Where } from './address.ts'
import { activateTab, activeTab, findTab, openDocument, type Side, showInTab, sides, type TabDocument, type Workspace } from './workspace.ts'

/** `tab` is undefined once that tab was closed: going back opens its document again. */
export type Shown = { readonly tab: string | undefined; readonly document: TabDocument }
export type HistoryEntry = {
  /** Names the entry for good: the browser's history holds it as its state. */
  readonly serial: number
  readonly where: Where
  readonly left: Shown | undefined
  readonly right: Shown | undefined
  readonly focused: Side
}
export type WorkspaceHistory = { readonly entries: readonly HistoryEntry[]; readonly position: number; readonly nextSerial: number }

const mostEntries = 100

export function startHistory(where: Where, workspace: Workspace): WorkspaceHistory {
  return { entries: [entryOf(where, workspace, 1)], position: 0, nextSerial: 2 }
}

export const currentEntry = (history: WorkspaceHistory): HistoryEntry => history.entries[history.position] as HistoryEntry

/** What is shown now becomes the newest entry; what lay ahead is forgotten. Nothing happens where the same is shown already. */
export function pushEntry(history: WorkspaceHistory, where: Where, workspace: Workspace): WorkspaceHistory {
  const entry = entryOf(where, workspace, history.nextSerial)
  if (isSameShown(entry, currentEntry(history))) return history
  const entries = [...history.entries.slice(0, history.position + 1), entry].slice(-mostEntries)
  return { entries, position: entries.length - 1, nextSerial: history.nextSerial + 1 }
}

/** What is shown now takes the place of the current entry. */
export function replaceEntry(history: WorkspaceHistory, where: Where, workspace: Workspace): WorkspaceHistory {
  const entry = entryOf(where, workspace, currentEntry(history).serial)
  const entries = history.entries.map((each, position) => (position === history.position ? entry : each))
  return { ...history, entries }
}

/** Undefined where there is nothing in that direction. */
export function stepHistory(history: WorkspaceHistory, step: 1 | -1): WorkspaceHistory | undefined {
  const position = history.position + step
  return history.entries[position] ? { ...history, position } : undefined
}

export function moveToSerial(history: WorkspaceHistory, serial: number): WorkspaceHistory | undefined {
  const position = history.entries.findIndex((entry) => entry.serial === serial)
  return position < 0 ? undefined : { ...history, position }
}

/** Tabs that are there no more are not named any longer. */
export function forgetMissingTabs(history: WorkspaceHistory, workspace: Workspace): WorkspaceHistory {
  const settle = (shown: Shown | undefined): Shown | undefined =>
    shown?.tab !== undefined && !findTab(workspace, shown.tab) ? { tab: undefined, document: shown.document } : shown
  const entries = history.entries.map((entry) => {
    const [left, right] = [settle(entry.left), settle(entry.right)]
    return left === entry.left && right === entry.right ? entry : { ...entry, left, right }
  })
  return entries.every((entry, position) => entry === history.entries[position]) ? history : { ...history, entries }
}

/** Shows again what an entry says. Panes that it says nothing about stay as they are: going back closes no tab. */
export function showEntry(workspace: Workspace, entry: HistoryEntry): Workspace {
  let next = workspace
  for (const side of [...sides].sort((one) => (one === entry.focused ? 1 : -1))) {
    const shown = entry[side]
    if (!shown) continue
    const found = shown.tab === undefined ? undefined : findTab(next, shown.tab)
    if (!found) next = openClosed(next, side, shown.document)
    else if (found.tab.isPinned && found.tab.document !== shown.document) next = openClosed(next, found.side, shown.document)
    else next = showInTab(next, found.tab.id, shown.document)
  }
  return next
}

function openClosed(workspace: Workspace, side: Side, document: TabDocument): Workspace {
  const open = workspace[side].tabs.find((tab) => tab.document === document)
  return open ? activateTab(workspace, open.id) : openDocument(workspace, document, { newTab: true, side })
}

function entryOf(where: Where, workspace: Workspace, serial: number): HistoryEntry {
  const shownIn = (side: Side): Shown | undefined => {
    const tab = activeTab(workspace[side])
    return tab && { tab: tab.id, document: tab.document }
  }
  return { serial, where, left: shownIn('left'), right: shownIn('right'), focused: workspace.focused }
}

/** The pane that has the focus, or that a narrow window shows, is no place of its own. */
function isSameShown(one: HistoryEntry, other: HistoryEntry): boolean {
  const read = ({ where: { pane: _, ...where }, left, right }: HistoryEntry) =>
    JSON.stringify([where.view, where.report, where.metric, where.topic, where.query, left?.tab, left?.document, right?.tab, right?.document])
  return read(one) === read(other)
}
