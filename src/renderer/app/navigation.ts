// Where the window is: the view, the tabs of both panes, and the way here. Everything that opens something in the window comes through here.

import { create } from 'zustand'
import type { RecordId } from '../../core/records/record-id.ts'
import { type Addressed, readAddress, readPane, toAddress, type View, type Where } from './workspace/address.ts'
import { currentOpening, type OpeningWish } from './workspace/opening-gesture.ts'
import { restoreWorkspace, type SavedWorkspace } from './workspace/saved-workspace.ts'
import {
  activeTab,
  emptyWorkspace,
  focusSide,
  kindOf,
  type Opening,
  openDocument,
  type Side,
  sideFor,
  type TabDocument,
  type Workspace,
} from './workspace/workspace.ts'
import {
  currentEntry,
  forgetMissingTabs,
  moveToSerial,
  pushEntry,
  replaceEntry,
  showEntry,
  startHistory,
  stepHistory,
  type WorkspaceHistory,
} from './workspace/workspace-history.ts'

export type { View } from './workspace/address.ts'

/** What can be gone to. `pane` is what a narrow window shows; `source` and `insight` there mean the panes that they stand in by default. */
export type Place = Omit<Where, 'pane'> & {
  insight?: RecordId<'insight'> | undefined
  source?: RecordId<'source'> | undefined
  pane?: Where['pane'] | 'source' | 'insight'
}

/** A passage that the reader should scroll to and flash; `nonce` makes asking twice for the same passage two askings. */
export type Spotlight = { source: RecordId<'source'>; highlight?: RecordId<'highlight'>; start?: number; end?: number; nonce: number }

type Navigation = Where & {
  workspace: Workspace
  history: WorkspaceHistory
  /** What lies open now, whichever pane it is in. */
  insight: RecordId<'insight'> | undefined
  source: RecordId<'source'> | undefined
  /** By source: two passages can be asked for at once, each in its pane. */
  spotlights: ReadonlyMap<RecordId<'source'>, Spotlight>
  go: (place: Partial<Place>, options?: { replace?: boolean } & Opening) => void
  openPassage: (passage: Omit<Spotlight, 'nonce'>, wish?: Opening) => void
  /** Changes tabs without going anywhere (moving, closing, pinning) or, with `isStep`, as a step that Back takes back. */
  change: (to: (workspace: Workspace) => Workspace, options?: { isStep?: boolean }) => void
  /** Shows what an entry of the history says; false where there is none. */
  back: () => void
  forward: () => void
}

export const useNavigation = create<Navigation>((_, get) => ({
  ...settled(openAddress(emptyWorkspace, readAddress(location.hash))),
  spotlights: new Map(),
  go: (change, { replace = false, ...wish } = currentOpening()) => {
    const { workspace } = get()
    const { insight, source, pane, ...rest } = change
    const opened = [source, insight].filter((document) => document !== undefined)
    const next = opened.reduce<Workspace>((held, document) => openDocument(held, document, wish), workspace)
    const where: Where = { ...whereOf(get()), ...rest, pane: opened.length > 0 ? next.focused : 'pane' in change ? readPane(pane) : get().pane }
    // Documents are shown by the workbench alone.
    const view = opened.length > 0 && !isWorkbench(where.view) ? (insight ? 'insights' : 'sources') : where.view
    move({ ...where, view }, next, replace)
  },
  openPassage: (passage, wish = currentOpening()) => {
    get().go({ source: passage.source }, wish)
    const spotlight = { ...passage, nonce: Math.random() }
    useNavigation.setState(({ spotlights }) => ({ spotlights: new Map(spotlights).set(passage.source, spotlight) }))
  },
  change: (to, { isStep = false } = {}) => {
    const { workspace } = get()
    const next = to(workspace)
    if (next === workspace) return
    const where = whereOf(get())
    move({ ...where, pane: where.pane === 'list' && !isStep ? 'list' : next.focused }, next, !isStep)
  },
  back: () => step(-1),
  forward: () => step(1),
}))

/**
 * The one seam for what opens something from anywhere: the palette, search, backlinks, evidence, reports. Without wishes of its own it does what
 * the click or key asks for that is being handled: a new tab with Ctrl or Cmd, the other pane with Alt.
 */
export function openPlace(place: Partial<Place>, wish: OpeningWish = currentOpening()): void {
  useNavigation.getState().go(place, wish)
}

/** The first passage, and the second one beside it; of one source, both stand in one text, and the first is shown. */
export function openPassages(passages: readonly Omit<Spotlight, 'nonce'>[]): void {
  const { openPassage } = useNavigation.getState()
  const [first, second] = passages
  const isPair = first !== undefined && second !== undefined && second.source !== first.source
  if (isPair) openPassage(second, { side: 'right' })
  if (first) openPassage(first, isPair ? { side: 'left' } : undefined)
}

function shownIn(workspace: Workspace, side: Side): TabDocument | undefined {
  return activeTab(workspace[side])?.document
}

/** The focus came into a pane: from now on actions on tabs mean it. */
export function notePaneFocus(side: Side): void {
  const { workspace } = useNavigation.getState()
  const next = focusSide(workspace, side)
  if (next !== workspace) useNavigation.setState({ workspace: next })
}

/** Takes over what was kept, where it is whole. After a start, an address that was asked for is opened on top of it. */
export function adoptWorkspace(text: string | null, { isReload }: { isReload: boolean }): boolean {
  const saved = restoreWorkspace(text)
  if (!saved) return false
  const serial = isReload ? serialIn(history.state) : undefined
  const kept = (serial === undefined ? undefined : moveToSerial(saved.history, serial)) ?? saved.history
  const entry = currentEntry(kept)
  const typed = location.hash
  const isAsked = !isReload && typed.replace(/^#\/?/, '') !== ''
  useNavigation.setState(settled({ workspace: showEntry(saved.workspace, entry), history: kept, where: entry.where }))
  firstInBrowser = isReload ? Number(sessionStorage.getItem(firstKey) ?? entry.serial) : entry.serial
  sessionStorage.setItem(firstKey, String(firstInBrowser))
  replaceAddress()
  if (isAsked && typed !== location.hash) openTyped(typed, true)
  return true
}

export const savedNow = (): SavedWorkspace => {
  const { workspace, history } = useNavigation.getState()
  return { workspace, history }
}

// The browser keeps a history too, and its buttons are pressed as well. Each of its entries holds the serial of one of ours. After a restart it
// begins anew, while ours goes on: entries older than `firstInBrowser` are ours alone, and are shown in place of the browser's first.
let firstInBrowser = 1
const firstKey = 'footing.first-in-browser'

/** Call once: follows the browser's back and forward, and addresses that are pasted. */
export function followAddress(): void {
  if (serialIn(history.state) === undefined) history.replaceState({ serial: currentEntry(useNavigation.getState().history).serial }, '')
  window.addEventListener('popstate', (event) => {
    const serial = serialIn(event.state)
    const moved = serial === undefined ? undefined : moveToSerial(useNavigation.getState().history, serial)
    if (moved) show(moved)
    else openTyped(location.hash, false)
  })
}

const goneMs = 150

function step(by: 1 | -1): void {
  const { history: held } = useNavigation.getState()
  const next = stepHistory(held, by)
  if (!next) return
  const [from, to] = [currentEntry(held).serial, currentEntry(next).serial]
  const showHere = () => {
    show(next)
    replaceAddress()
  }
  if (Math.min(from, to) < firstInBrowser) {
    showHere()
    return
  }
  history.go(by)
  // A browser forgets its oldest entries sooner than we do.
  setTimeout(() => {
    if (currentEntry(useNavigation.getState().history).serial === from) showHere()
  }, goneMs)
}

function show(next: WorkspaceHistory): void {
  const entry = currentEntry(next)
  const workspace = showEntry(useNavigation.getState().workspace, entry)
  useNavigation.setState(
    settled({ workspace, where: entry.where, history: forgetMissingTabs(replaceEntry(next, entry.where, workspace), workspace) }),
  )
}

/** The address was typed, pasted or followed: a step like any other. */
function openTyped(typed: string, isPush: boolean): void {
  const { workspace, history: held } = useNavigation.getState()
  const opened = openAddress(workspace, readAddress(typed))
  const next = pushEntry(held, opened.where, opened.workspace)
  useNavigation.setState(settled({ ...opened, history: next }))
  const state = { serial: currentEntry(next).serial }
  const address = addressOf(opened.workspace, opened.where)
  if (isPush && next !== held) history.pushState(state, '', address)
  else history.replaceState(state, '', address)
}

function move(where: Where, workspace: Workspace, isReplace: boolean): void {
  const { history: held } = useNavigation.getState()
  const pushed = isReplace ? held : pushEntry(held, where, workspace)
  const isNew = pushed !== held
  const next = forgetMissingTabs(isNew ? pushed : replaceEntry(held, where, workspace), workspace)
  useNavigation.setState(settled({ where, workspace, history: next }))
  if (!isNew) {
    replaceAddress()
    return
  }
  // What is gone on from begins what the browser holds, where it was shown in place of its first entry.
  if (currentEntry(held).serial < firstInBrowser) {
    firstInBrowser = currentEntry(held).serial
    sessionStorage.setItem(firstKey, String(firstInBrowser))
  }
  history.pushState({ serial: currentEntry(next).serial }, '', addressOf(workspace, where))
}

function replaceAddress(): void {
  const state = useNavigation.getState()
  history.replaceState({ serial: currentEntry(state.history).serial }, '', addressOf(state.workspace, whereOf(state)))
}

function openAddress(workspace: Workspace, { where, left, right }: Addressed): { where: Where; workspace: Workspace } {
  let next = workspace
  // Documents that the address leaves on their own sides are looked for where they already lie open.
  const open = (document: TabDocument | undefined, side: Side) => {
    if (!document) return
    const isAtHome = (kindOf(document) === 'source') === (side === 'left')
    next = openDocument(next, document, isAtHome && !(left && right) ? { side: sideFor(next, document) } : { side })
  }
  open(left, 'left')
  open(right, 'right')
  if (where.pane === 'left' || where.pane === 'right') next = focusSide(next, where.pane)
  return { where, workspace: next }
}

function addressOf(workspace: Workspace, where: Where): string {
  return toAddress({ where, left: shownIn(workspace, 'left'), right: shownIn(workspace, 'right') })
}

function whereOf({ view, report, metric, topic, query, pane }: Where): Where {
  return { view, report, metric, topic, query, pane }
}

const isWorkbench = (view: View) => view === 'insights' || view === 'sources'

function settled({ where, workspace, history: given }: { where: Where; workspace: Workspace; history?: WorkspaceHistory }) {
  const order: readonly Side[] = workspace.focused === 'left' ? ['left', 'right'] : ['right', 'left']
  const shown = order.map((side) => shownIn(workspace, side))
  return {
    ...whereOf(where),
    workspace,
    history: given ?? startHistory(where, workspace),
    insight: shown.find((document) => document?.startsWith('insight:')) as RecordId<'insight'> | undefined,
    source: shown.find((document) => document?.startsWith('source:')) as RecordId<'source'> | undefined,
  }
}

function serialIn(state: unknown): number | undefined {
  return typeof state === 'object' && state !== null && 'serial' in state && typeof state.serial === 'number' ? state.serial : undefined
}
