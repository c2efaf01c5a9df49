// The workspace as text, to be kept, and back. What is damaged, or of another version, is no workspace at all: the window starts afresh.

import { views, type Where } from './address.ts'
import { isTabDocument, type Side, sides, type Tab, type TabGroup, type Workspace } from './workspace.ts'
import { forgetMissingTabs, type HistoryEntry, type Shown, type WorkspaceHistory } from './workspace-history.ts'

export type SavedWorkspace = { readonly workspace: Workspace; readonly history: WorkspaceHistory }

const version = 1
const mostTabs = 200

export function saveWorkspace({ workspace, history }: SavedWorkspace): string {
  return JSON.stringify({ version, workspace, history })
}

export function restoreWorkspace(text: string | null): SavedWorkspace | undefined {
  if (text === null) return undefined
  try {
    const saved = JSON.parse(text) as { version: unknown; workspace: Workspace; history: WorkspaceHistory }
    if (saved.version !== version || !isWorkspace(saved.workspace) || !isHistory(saved.history)) return undefined
    return { workspace: saved.workspace, history: forgetMissingTabs(saved.history, saved.workspace) }
  } catch {
    return undefined
  }
}

// A field that is not there makes these throw, which says the same as false.

function isWorkspace(value: Workspace): boolean {
  const ids = new Set(sides.flatMap((side) => value[side].tabs.map(({ id }) => id)))
  return (
    sides.every((side) => isGroup(value[side], value.nextTab)) &&
    ids.size === value.left.tabs.length + value.right.tabs.length &&
    isSide(value.focused) &&
    (ids.size === 0 || value[value.focused].tabs.length > 0) &&
    Number.isSafeInteger(value.nextTab) &&
    value.closed.every(
      ({ document, side, position, isPinned }) =>
        isTabDocument(document) && isSide(side) && Number.isSafeInteger(position) && typeof isPinned === 'boolean',
    )
  )
}

function isGroup({ tabs, active }: TabGroup, nextTab: number): boolean {
  if (tabs.length > mostTabs || !tabs.every((tab) => isTab(tab, nextTab))) return false
  const firstUnpinned = tabs.findIndex(({ isPinned }) => !isPinned)
  if (firstUnpinned >= 0 && tabs.slice(firstUnpinned).some(({ isPinned }) => isPinned)) return false
  return tabs.length === 0 ? active === undefined : tabs.some(({ id }) => id === active)
}

function isTab({ id, document, isPinned }: Tab, nextTab: number): boolean {
  return /^t\d+$/.test(id) && Number(id.slice(1)) < nextTab && isTabDocument(document) && typeof isPinned === 'boolean'
}

function isHistory({ entries, position, nextSerial }: WorkspaceHistory): boolean {
  return (
    entries.every((entry, index) => isEntry(entry) && entry.serial < nextSerial && entry.serial > (entries[index - 1]?.serial ?? 0)) &&
    Number.isSafeInteger(nextSerial) &&
    entries[position] !== undefined
  )
}

function isEntry({ serial, where, left, right, focused }: HistoryEntry): boolean {
  return Number.isSafeInteger(serial) && isWhere(where) && isShown(left) && isShown(right) && isSide(focused)
}

function isShown(shown: Shown | undefined): boolean {
  return shown === undefined || (isTabDocument(shown.document) && ['string', 'undefined'].includes(typeof shown.tab))
}

function isWhere({ view, report, metric, topic, query, pane }: Where): boolean {
  return views.includes(view) && [report, metric, topic, query, pane].every((value) => value === undefined || typeof value === 'string')
}

function isSide(value: Side): boolean {
  return sides.includes(value)
}
