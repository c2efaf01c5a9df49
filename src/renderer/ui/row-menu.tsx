// The menu of a row at the place where it was asked for, by a right click, a key or the row's button.

import { Menu } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useIsPast } from '../notebook/past.ts'
import { ActionKey, KeyHint } from './key-hint.tsx'
import type { RowAction } from './row-actions.ts'
import classes from './row-menu.module.css'

export type RowMenuProps = {
  /** In the window's pixels. */
  point: { x: number; y: number }
  label: string
  actions: readonly RowAction[]
  onClose: () => void
}

export function RowMenu({ point, label, actions, onClose }: RowMenuProps) {
  const isPast = useIsPast()
  const dropdown = useRef<HTMLDivElement>(null)
  // Gives the focus back to the list that it was opened from, unless what was chosen took it elsewhere.
  useEffect(() => {
    const before = document.activeElement
    const frame = requestAnimationFrame(() => dropdown.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus())
    return () => {
      cancelAnimationFrame(frame)
      if (before instanceof HTMLElement && (document.activeElement === document.body || !document.activeElement?.isConnected))
        before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <Menu
      opened
      onChange={(isOpen) => !isOpen && onClose()}
      position="bottom-start"
      offset={2}
      floatingStrategy="fixed"
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        {/* Only a place: a button, since Mantine says of it that it has a menu and that it is open. */}
        <button type="button" tabIndex={-1} aria-label={label} className={classes.point} style={{ left: point.x, top: point.y }} />
      </Menu.Target>
      <Menu.Dropdown ref={dropdown} aria-label={label} aria-labelledby={undefined} className={classes.dropdown ?? ''}>
        {actions
          .filter((action) => !isPast || action.isHarmless)
          .map((action) => (
            <RowMenuItem key={action.label} action={action} />
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function RowMenuItem({ action }: { action: RowAction }) {
  const { label, Icon } = action
  const icon = <Icon size={15} />
  if (action.kind === 'run') {
    const key = action.action ? <ActionKey action={action.action} /> : action.keys ? <KeyHint keys={action.keys} /> : undefined
    return (
      <Menu.Item leftSection={icon} rightSection={key} onClick={action.run}>
        {label}
      </Menu.Item>
    )
  }
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={icon}>{label}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {action.options.map((option) => (
          <Menu.Item key={option.label} onClick={option.run}>
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  )
}
