// One pane of the workspace: its tabs, and under them the document of the active one.

import { type DragEvent, memo, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type ActionScope, ActionScopeContext } from '../../keys/action-scope.ts'
import { strings } from '../../strings/strings.ts'
import { PaneNameContext } from '../../ui/pane.tsx'
import { notePaneFocus, useNavigation } from '../navigation.ts'
import { DocumentView } from './document-view.tsx'
import { type KeptView, keepViews } from './kept-views.ts'
import { tabElementId } from './tab-button.tsx'
import { hasTab, tabOn } from './tab-drag.ts'
import { TabStrip } from './tab-strip.tsx'
import classes from './tabbed-pane.module.css'
import { activeTab, kindOf, moveTab, otherSide, type Side } from './workspace.ts'

export function TabbedPane({ side }: { side: Side }) {
  const group = useNavigation((navigation) => navigation.workspace[side])
  const isTwin = useNavigation(({ workspace }) => {
    const [here, there] = [activeTab(workspace[side]), activeTab(workspace[otherSide(side)])]
    return here !== undefined && there !== undefined && kindOf(here.document) === kindOf(there.document)
  })
  const change = useNavigation((navigation) => navigation.change)
  const [kept, setKept] = useState<readonly KeptView[]>([])
  const [isOver, setIsOver] = useState(false)
  const views = keepViews(kept, group)
  if (views !== kept) setKept(views)
  const shown = views[0]
  const panelId = `tab-panel-${side}`
  // In the order of their making: an element that is moved in the page loses its scroll.
  const ordered = useMemo(() => [...views].sort((one, other) => (one.key < other.key ? -1 : 1)), [views])
  const onDragOver = (event: DragEvent) => {
    if (!hasTab(event.dataTransfer)) return
    event.preventDefault()
    setIsOver(true)
  }
  const onDrop = (event: DragEvent) => {
    if (!hasTab(event.dataTransfer)) return
    event.preventDefault()
    setIsOver(false)
    const id = tabOn(event.dataTransfer)
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const isFarHalf = side === 'left' ? event.clientX > left + width / 2 : event.clientX < left + width / 2
    change((workspace) => {
      // With one pane, its other half is where the second one begins.
      const target = isFarHalf && workspace[otherSide(side)].tabs.length === 0 ? otherSide(side) : side
      return moveTab(workspace, id, target, workspace[target].tabs.length)
    })
  }
  if (!shown) return null
  return (
    <div className={classes.pane} data-region={side} onFocusCapture={() => notePaneFocus(side)} onPointerDownCapture={() => notePaneFocus(side)}>
      <TabStrip side={side} group={group} panelId={panelId} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a tab can be dropped on its pane; keys and the menu move it as well */}
      <div className={classes.documents} data-over={isOver || undefined} onDragOver={onDragOver} onDragLeave={() => setIsOver(false)} onDrop={onDrop}>
        <PaneNameContext value={isTwin ? strings.workspace.at[side] : plainName}>
          {ordered.map((view) => (
            <KeptPanel key={view.key} view={view} side={side} isShown={view === shown} panelId={panelId} />
          ))}
        </PaneNameContext>
      </div>
    </div>
  )
}

const plainName = (label: string) => label

type KeptPanelProps = { view: KeptView; side: Side; isShown: boolean; panelId: string }

/** Where the focus was in a view that is not shown now. */
const lastFocus = new WeakMap<Element, HTMLElement>()

const KeptPanel = memo(function KeptPanel({ view, side, isShown, panelId }: KeptPanelProps) {
  const panel = useRef<HTMLDivElement>(null)
  const shown = useRef(isShown)
  shown.current = isShown
  const scope = useMemo<ActionScope>(
    () => ({ isShown: () => shown.current, isFocused: () => useNavigation.getState().workspace.focused === side }),
    [side],
  )
  // What goes out of sight gives up the focus as it would by going: typing is sent, a composition ends.
  useLayoutEffect(() => {
    const { current } = panel
    if (isShown || !current) return
    const { activeElement } = document
    if (activeElement instanceof HTMLElement && current.contains(activeElement)) {
      lastFocus.set(current, activeElement)
      activeElement.blur()
      wantsFocus.add(side)
    }
  }, [isShown, side])
  useEffect(() => {
    const { current } = panel
    if (!isShown || !current || !wantsFocus.delete(side)) return
    const held = lastFocus.get(current)
    if (held?.isConnected) held.focus({ preventScroll: true })
    else document.getElementById(tabElementId(view.tab))?.focus()
  }, [isShown, side, view])
  return (
    <div
      ref={panel}
      id={isShown ? panelId : undefined}
      role="tabpanel"
      aria-labelledby={tabElementId(view.tab)}
      className={classes.panel}
      hidden={!isShown}
    >
      <ActionScopeContext value={scope}>
        <Suspense fallback={null}>
          <DocumentView tab={view.tab} document={view.document} />
        </Suspense>
      </ActionScopeContext>
    </div>
  )
})

/** Panes whose view went with the focus in it: the one that comes takes it over. */
const wantsFocus = new Set<Side>()
