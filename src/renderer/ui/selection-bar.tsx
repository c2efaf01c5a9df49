// What appears below a list while several of its rows are selected: how many, and what can be done with them.

import { ActionIcon, Menu } from '@mantine/core'
import { IconChevronUp, IconX } from '@tabler/icons-react'
import { isTextField, useAction } from '../keys/actions.ts'
import { useIsPast } from '../notebook/past.ts'
import { strings } from '../strings/strings.ts'
import type { RowAction } from './row-actions.ts'
import classes from './selection-bar.module.css'

type SelectionBarProps = { count: number; actions: readonly RowAction[]; onClear: () => void }

/** Always mounted: a screen reader hears of a count only where the place for it was there before. */
export function SelectionBar({ count, actions, onClear }: SelectionBarProps) {
  const isPast = useIsPast()
  useAction({ id: 'selection.clear', run: onClear, isEnabled: () => count > 0 && !isTextField(document.activeElement) })
  return (
    <>
      <span className="visually-hidden" role="status">
        {count > 0 ? strings.lists.selected(count) : ''}
      </span>
      {count > 0 && (
        <div role="toolbar" aria-label={strings.lists.selectionBar} className={classes.bar}>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={strings.lists.clear} title={strings.lists.clear} onClick={onClear}>
            <IconX size={15} />
          </ActionIcon>
          <span className={classes.count}>{strings.lists.selected(count)}</span>
          {actions
            .filter((action) => !isPast || action.isHarmless)
            .map((action) => (
              <BarAction key={action.label} action={action} />
            ))}
        </div>
      )}
    </>
  )
}

function BarAction({ action }: { action: RowAction }) {
  const { label, Icon } = action
  if (action.kind === 'run') {
    return (
      <ActionIcon variant="default" className={classes.button ?? ''} aria-label={label} title={label} onClick={action.run}>
        <Icon size={16} />
      </ActionIcon>
    )
  }
  return (
    <Menu position="top-start" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <button type="button" className={classes.choose}>
          {label} <IconChevronUp size={12} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {action.options.map((option) => (
          <Menu.Item key={option.label} onClick={option.run}>
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
