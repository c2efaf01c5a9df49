// The workspace as data: two panes side by side, each with its tabs, and what may be done with them. Pure: no clock, storage or window.

import type { RecordId } from '../../../core/records/record-id.ts'

/** What a tab shows. The id says its kind. */
export type TabDocument = RecordId<'insight'> | RecordId<'source'>
export type Tab = { readonly id: string; readonly document: TabDocument; readonly isPinned: boolean }
export type Side = 'left' | 'right'
/** `active` is undefined only where there is no tab; pinned tabs come first. */
export type TabGroup = { readonly tabs: readonly Tab[]; readonly active: string | undefined }
export type ClosedTab = { readonly document: TabDocument; readonly side: Side; readonly position: number; readonly isPinned: boolean }

export type Workspace = {
  readonly left: TabGroup
  readonly right: TabGroup
  /** The pane that actions on tabs mean: the one that had the focus last. It has tabs where any pane has. */
  readonly focused: Side
  /** Newest last. */
  readonly closed: readonly ClosedTab[]
  /** Ids of tabs are never used twice: history may still name an old one. */
  readonly nextTab: number
}

export const sides: readonly Side[] = ['left', 'right']
const mostClosed = 30

const noTabs: TabGroup = { tabs: [], active: undefined }
export const emptyWorkspace: Workspace = { left: noTabs, right: noTabs, focused: 'right', closed: [], nextTab: 1 }

export const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left')
export const kindOf = (document: TabDocument): 'insight' | 'source' => (document.startsWith('source:') ? 'source' : 'insight')
export const isTabDocument = (value: unknown): value is TabDocument => typeof value === 'string' && /^(insight|source):./.test(value)

export function activeTab({ tabs, active }: TabGroup): Tab | undefined {
  return tabs.find(({ id }) => id === active)
}

export function findTab(workspace: Workspace, id: string): { tab: Tab; side: Side; position: number } | undefined {
  for (const side of sides) {
    const position = workspace[side].tabs.findIndex((tab) => tab.id === id)
    const tab = workspace[side].tabs[position]
    if (tab) return { tab, side, position }
  }
  return undefined
}

/**
 * The pane of a plain opening: sources at the left, insights at the right, as a reader has the text before the note; or the other one where only
 * that shows a document of this kind now.
 */
export function sideFor(workspace: Workspace, document: TabDocument): Side {
  const home = kindOf(document) === 'source' ? 'left' : 'right'
  const shows = (side: Side) => {
    const shown = activeTab(workspace[side])
    return shown !== undefined && kindOf(shown.document) === kindOf(document)
  }
  return !shows(home) && shows(otherSide(home)) ? otherSide(home) : home
}

export type Opening = {
  /** Into a tab of its own, whatever lies open. */
  newTab?: boolean | undefined
  /** Into the other pane than the one it would open in. */
  beside?: boolean | undefined
  /** Into this pane. */
  side?: Side | undefined
}

/**
 * Opens a document. Plainly: the tab that shows it already is activated, otherwise it takes the place of a document of its kind in the active tab of
 * its pane. Pinned tabs and documents of the other kind are never replaced.
 */
export function openDocument(workspace: Workspace, document: TabDocument, { newTab = false, beside = false, side }: Opening = {}): Workspace {
  const plain = side ?? sideFor(workspace, document)
  const target = beside ? otherSide(plain) : plain
  const group = workspace[target]
  const open = newTab ? undefined : (tabShowing(group, document) ?? undefined)
  if (open) return focusOn(workspace, target, { ...group, active: open.id })
  const replaced = newTab ? undefined : activeTab(group)
  if (replaced && !replaced.isPinned && kindOf(replaced.document) === kindOf(document)) return showInTab(workspace, replaced.id, document)
  const tab: Tab = { id: `t${workspace.nextTab}`, document, isPinned: false }
  const after = group.tabs.findIndex(({ id }) => id === group.active) + 1
  return focusOn({ ...workspace, nextTab: workspace.nextTab + 1 }, target, withTab(group, tab, after))
}

/** The active one first: a document may lie open in several tabs of a pane. */
function tabShowing(group: TabGroup, document: TabDocument): Tab | undefined {
  const active = activeTab(group)
  return active?.document === document ? active : group.tabs.find((tab) => tab.document === document)
}

/** Shows another document in a tab, and that tab. */
export function showInTab(workspace: Workspace, id: string, document: TabDocument): Workspace {
  const found = findTab(workspace, id)
  if (!found) return workspace
  const { side } = found
  const tabs = workspace[side].tabs.map((tab) => (tab.id === id && tab.document !== document ? { ...tab, document } : tab))
  return focusOn(workspace, side, { tabs, active: id })
}

export function activateTab(workspace: Workspace, id: string): Workspace {
  const found = findTab(workspace, id)
  return found ? focusOn(workspace, found.side, { ...workspace[found.side], active: id }) : workspace
}

export function focusSide(workspace: Workspace, side: Side): Workspace {
  return workspace.focused === side || workspace[side].tabs.length === 0 ? workspace : { ...workspace, focused: side }
}

export function closeTab(workspace: Workspace, id: string): Workspace {
  const found = findTab(workspace, id)
  if (!found) return workspace
  const { tab, side, position } = found
  const closed = [...workspace.closed, { document: tab.document, side, position, isPinned: tab.isPinned }].slice(-mostClosed)
  return settleFocus({ ...workspace, [side]: withoutTab(workspace[side], id), closed })
}

/** The tab that was closed last, where it was. */
export function reopenTab(workspace: Workspace): Workspace {
  const last = workspace.closed.at(-1)
  if (!last) return workspace
  const tab: Tab = { id: `t${workspace.nextTab}`, document: last.document, isPinned: last.isPinned }
  const next = { ...workspace, closed: workspace.closed.slice(0, -1), nextTab: workspace.nextTab + 1 }
  return focusOn(next, last.side, withTab(workspace[last.side], tab, last.position))
}

/** Moves a tab to a position of a pane, counted without the tab itself; the tab is shown there. */
export function moveTab(workspace: Workspace, id: string, side: Side, position: number): Workspace {
  const found = findTab(workspace, id)
  if (!found) return workspace
  const without = { ...workspace, [found.side]: withoutTab(workspace[found.side], id) }
  return focusOn(without, side, withTab(without[side], found.tab, position))
}

export function moveBeside(workspace: Workspace, id: string): Workspace {
  const found = findTab(workspace, id)
  if (!found) return workspace
  const side = otherSide(found.side)
  return moveTab(workspace, id, side, workspace[side].tabs.length)
}

export function duplicateTab(workspace: Workspace, id: string): Workspace {
  const found = findTab(workspace, id)
  return found ? openDocument(activateTab(workspace, id), found.tab.document, { newTab: true, side: found.side }) : workspace
}

export function togglePin(workspace: Workspace, id: string): Workspace {
  const found = findTab(workspace, id)
  if (!found) return workspace
  const { tab, side, position } = found
  const group = workspace[side]
  const others = { tabs: group.tabs.filter((each) => each.id !== id), active: group.active }
  const { tabs } = withTab(others, { ...tab, isPinned: !tab.isPinned }, position)
  return { ...workspace, [side]: { tabs, active: group.active } }
}

/** The tab `step` further in the focused pane, round its ends. */
export function stepTab(workspace: Workspace, step: 1 | -1): Workspace {
  const { tabs, active } = workspace[workspace.focused]
  const position = tabs.findIndex(({ id }) => id === active)
  const next = tabs[(position + step + tabs.length) % tabs.length]
  return next ? activateTab(workspace, next.id) : workspace
}

/** Puts a tab in, as near to `position` as pinned and unpinned tabs allow, and shows it. */
function withTab({ tabs }: TabGroup, tab: Tab, position: number): TabGroup {
  const pinned = tabs.filter(({ isPinned }) => isPinned).length
  const [least, most] = tab.isPinned ? [0, pinned] : [pinned, tabs.length]
  const at = Math.min(Math.max(position, least), most)
  return { tabs: [...tabs.slice(0, at), tab, ...tabs.slice(at)], active: tab.id }
}

/** The tab after the closed one takes its place, at the end the one before it. */
function withoutTab({ tabs, active }: TabGroup, id: string): TabGroup {
  const position = tabs.findIndex((tab) => tab.id === id)
  const rest = tabs.filter((tab) => tab.id !== id)
  return { tabs: rest, active: active === id ? (rest[position] ?? rest.at(-1))?.id : active }
}

function focusOn(workspace: Workspace, side: Side, group: TabGroup): Workspace {
  return settleFocus({ ...workspace, [side]: group, focused: side })
}

function settleFocus(workspace: Workspace): Workspace {
  const { focused } = workspace
  const other = otherSide(focused)
  return workspace[focused].tabs.length === 0 && workspace[other].tabs.length > 0 ? { ...workspace, focused: other } : workspace
}
