// What a list or pane shows while it has nothing: what would stand here, and how to begin.

import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <p className={classes.title}>{title}</p>
      {children && <div className={classes.text}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}
