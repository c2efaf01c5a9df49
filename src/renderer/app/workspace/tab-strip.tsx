// The tabs of one pane: a row that scrolls where there are many, worked by mouse and keys, with a menu of all of them at its end.

import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react'
import { strings } from '../../strings/strings.ts'
import { useNavigation } from '../navigation.ts'
import { TabButton, tabElementId } from './tab-button.tsx'
import { hasTab, positionAt, tabOn } from './tab-drag.ts'
import { TabMenu } from './tab-menu.tsx'
import classes from './tab-strip.module.css'
import { activateTab, closeTab, findTab, moveTab, type Side, type TabGroup } from './workspace.ts'

export function TabStrip({ side, group, panelId }: { side: Side; group: TabGroup; panelId: string }) {
  const change = useNavigation((navigation) => navigation.change)
  const row = useRef<HTMLDivElement>(null)
  const [landing, setLanding] = useState<number>()
  const [isMenuOpen, setIsMenuOpen] = useState(false)
  const { tabs, active } = group
  const position = tabs.findIndex(({ id }) => id === active)

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, nativeEvent, ctrlKey, metaKey, altKey, shiftKey } = event
    if (nativeEvent.isComposing || altKey || shiftKey || active === undefined) return
    const step = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : undefined
    if (step && (ctrlKey || metaKey)) change((workspace) => moveTab(workspace, active, side, Math.max(0, position + step)))
    else if (ctrlKey || metaKey) return
    else if (key === 'Delete') change((workspace) => closeTab(workspace, active))
    else {
      const next = step ? tabs[(position + step + tabs.length) % tabs.length] : key === 'Home' ? tabs[0] : key === 'End' ? tabs.at(-1) : undefined
      if (!next) return
      change((workspace) => activateTab(workspace, next.id), { isStep: true })
    }
    event.preventDefault()
    focusActiveTab(side)
  }
  const items = () => [...(row.current?.children ?? [])]
  const onDragOver = (event: DragEvent) => {
    if (!hasTab(event.dataTransfer)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'move'
    setLanding(positionAt(items(), event.clientX))
  }
  const onDrop = (event: DragEvent) => {
    if (!hasTab(event.dataTransfer)) return
    event.preventDefault()
    const id = tabOn(event.dataTransfer)
    const target = positionAt(items(), event.clientX)
    setLanding(undefined)
    change((workspace) => {
      const found = findTab(workspace, id)
      // A tab of this row takes itself out of the count.
      const isBefore = found?.side === side && found.position < target
      return moveTab(workspace, id, side, isBefore ? target - 1 : target)
    })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: tabs are dropped anywhere on the row; keys move them as well
    <div className={classes.strip} onDragOver={onDragOver} onDragLeave={() => setLanding(undefined)} onDrop={onDrop}>
      <div ref={row} role="tablist" aria-label={strings.workspace.tabs[side]} className={classes.row} data-landing={landing} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <TabButton key={tab.id} tab={tab} isActive={tab.id === active} panelId={panelId} onMenu={() => setIsMenuOpen(true)} />
        ))}
      </div>
      <TabMenu side={side} group={group} isOpen={isMenuOpen} onToggle={setIsMenuOpen} />
    </div>
  )
}

/** Once the change is drawn. */
function focusActiveTab(side: Side): void {
  requestAnimationFrame(() => {
    const { active } = useNavigation.getState().workspace[side]
    if (active !== undefined) document.getElementById(tabElementId(active))?.focus()
  })
}
