// A small rounded label: topics, status, counts.

import type { ReactNode } from 'react'
import classes from './chip.module.css'

export function Chip({
  tone = 'plain',
  children,
  title,
}: {
  tone?: 'plain' | 'accent' | 'good' | 'warn' | 'bad'
  children: ReactNode
  title?: string
}) {
  return (
    <span className={classes.chip} data-tone={tone} title={title}>
      {children}
    </span>
  )
}
