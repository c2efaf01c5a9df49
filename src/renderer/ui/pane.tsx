// One pane of the workbench: a head with its name and tools, and a body that scrolls (or a body of its own making).

import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { strings } from '../strings/strings.ts'
import classes from './pane.module.css'

type PaneProps = { label: string; head?: ReactNode; tools?: ReactNode; onClose?: (() => void) | undefined; scrolls?: boolean; children: ReactNode }

export function Pane({ label, head, tools, onClose, scrolls = true, children }: PaneProps) {
  return (
    <section className={classes.pane} aria-label={label}>
      <header className={classes.head}>
        <h2 className={classes.label}>{label}</h2>
        {head}
        <span className={classes.grow} />
        {tools}
        {onClose && (
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={strings.app.closePane(label)} onClick={onClose}>
            <IconX size={15} />
          </ActionIcon>
        )}
      </header>
      {scrolls ? <div className={classes.body}>{children}</div> : children}
    </section>
  )
}
