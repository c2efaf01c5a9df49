// One pane of the workbench: a head with its name and tools, and a body that scrolls (or a body of its own making).

import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { createContext, type ReactNode, useContext } from 'react'
import { strings } from '../strings/strings.ts'
import classes from './pane.module.css'

/** Tells panes of one kind apart, where two stand beside each other: a landmark has a name of its own. */
export const PaneNameContext = createContext<(label: string) => string>((label) => label)

type PaneProps = { label: string; head?: ReactNode; tools?: ReactNode; onClose?: (() => void) | undefined; scrolls?: boolean; children: ReactNode }

export function Pane({ label, head, tools, onClose, scrolls = true, children }: PaneProps) {
  const nameOf = useContext(PaneNameContext)
  return (
    <section className={classes.pane} aria-label={nameOf(label)}>
      <header className={classes.head}>
        <h2 className={classes.label}>{label}</h2>
        {head}
        <span className={classes.grow} />
        {tools}
        {onClose && (
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={strings.app.closePane(nameOf(label))} onClick={onClose}>
            <IconX size={15} />
          </ActionIcon>
        )}
      </header>
      {scrolls ? <div className={classes.body}>{children}</div> : children}
    </section>
  )
}
