// One setting: its name, what it means, and its control.

import type { ReactNode } from 'react'
import classes from './settings-dialog.module.css'

export function SettingRow({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <span className={classes.label}>{label}</span>
        {hint && <span className={classes.hint}>{hint}</span>}
      </div>
      {children}
    </div>
  )
}
