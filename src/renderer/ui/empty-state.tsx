// What a list or pane shows while it has nothing: what would stand here, and the first step to it as a button with its key.

import type { ReactNode } from 'react'
import type { ActionId } from '../keys/catalogue.ts'
import { ActionButton } from './action-button.tsx'
import classes from './empty-state.module.css'

type EmptyStateProps = {
  title: string
  children?: ReactNode
  /** First steps, the likeliest first. */
  steps?: readonly (ActionId | { action: ActionId; label: string })[]
  /** What is no action of the catalogue. */
  action?: ReactNode
  /** `note` stands within a pane that holds other things, beside them and not in their place. */
  shape?: 'page' | 'note'
}

export function EmptyState({ title, children, steps = [], action, shape = 'page' }: EmptyStateProps) {
  const named = steps.map((step) => (typeof step === 'string' ? { action: step, label: undefined } : step))
  return (
    <div className={classes.empty} data-shape={shape}>
      <p className={classes.title}>{title}</p>
      {children && <div className={classes.text}>{children}</div>}
      {(action || named.length > 0) && (
        <div className={classes.actions}>
          {named.map(({ action: id, label }, position) => (
            <ActionButton
              key={id}
              action={id}
              label={label}
              size={shape === 'page' ? 'compact-md' : 'compact-sm'}
              variant={position === 0 ? 'light' : 'default'}
            />
          ))}
          {action}
        </div>
      )}
    </div>
  )
}
