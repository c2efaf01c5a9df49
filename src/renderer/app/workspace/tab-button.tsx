// One tab of a strip: its title with what must be known of it in words, to be activated, dragged, moved by key and closed.

import { IconPin, IconQuote, IconX } from '@tabler/icons-react'
import { type DragEvent, useEffect, useRef } from 'react'
import { strings } from '../../strings/strings.ts'
import { useNavigation } from '../navigation.ts'
import { putTabOn } from './tab-drag.ts'
import classes from './tab-strip.module.css'
import { useDocumentTitle } from './use-document-title.ts'
import { activateTab, closeTab, kindOf, type Tab } from './workspace.ts'

type TabButtonProps = { tab: Tab; isActive: boolean; panelId: string; onMenu: () => void }

export const tabElementId = (id: string) => `tab-${id}`

export function TabButton({ tab, isActive, panelId, onMenu }: TabButtonProps) {
  const change = useNavigation((navigation) => navigation.change)
  const { text, lang, phase, isUnsaved } = useDocumentTitle(tab.document)
  const item = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) item.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isActive])
  const states = [
    tab.isPinned && strings.workspace.pinned,
    isUnsaved && strings.workspace.unsaved,
    phase === 'trash' && strings.workspace.inTrash,
  ].filter((state) => state !== false)
  const activate = () => change((workspace) => activateTab(workspace, tab.id), { isStep: true })
  const close = () => change((workspace) => closeTab(workspace, tab.id))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what the mouse does here, keys do on the tab inside
    <div
      ref={item}
      role="presentation"
      className={classes.item}
      data-active={isActive || undefined}
      data-gone={phase === 'trash' || phase === 'gone' || undefined}
      draggable
      onDragStart={(event: DragEvent) => putTabOn(event.dataTransfer, tab.id)}
      onMouseDown={(event) => event.button === 1 && event.preventDefault()}
      onAuxClick={(event) => event.button === 1 && close()}
      onContextMenu={(event) => {
        event.preventDefault()
        activate()
        onMenu()
      }}
    >
      <button
        type="button"
        role="tab"
        id={tabElementId(tab.id)}
        className={classes.tab}
        aria-selected={isActive}
        aria-controls={isActive ? panelId : undefined}
        aria-keyshortcuts="Delete"
        tabIndex={isActive ? 0 : -1}
        title={text}
        data-tab={tab.id}
        onClick={activate}
      >
        {tab.isPinned ? <IconPin size={12} aria-hidden="true" className={classes.kind} /> : null}
        {kindOf(tab.document) === 'source' && !tab.isPinned ? <IconQuote size={12} aria-hidden="true" className={classes.kind} /> : null}
        <span className={classes.title} lang={lang}>
          {text}
        </span>
        {states.length > 0 && <span className="visually-hidden">, {states.join(', ')}</span>}
        {isUnsaved && (
          <span aria-hidden="true" className={classes.unsaved}>
            ●
          </span>
        )}
      </button>
      {/* A tab may hold no button of its own. This one is for the mouse; Delete, the keys and the menu beside the tabs close it as well. */}
      <span aria-hidden="true" className={classes.close} title={strings.workspace.closeTab(text)} onClick={close}>
        <IconX size={13} />
      </span>
    </div>
  )
}
