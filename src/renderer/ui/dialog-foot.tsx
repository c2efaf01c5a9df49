// The buttons of a long dialog: in sight however far its fields are scrolled, with a word beside them where there is one to say.

import type { ReactNode } from 'react'
import classes from './dialog-foot.module.css'

export function DialogFoot({ note, children }: { note?: string | undefined; children: ReactNode }) {
  return (
    <div className={classes.foot}>
      {note && <span className={classes.note}>{note}</span>}
      {children}
    </div>
  )
}
