// One of several buttons that narrow a list: a word, perhaps a shape that says how it stands, and how many rows it leaves.

import type { ReactNode } from 'react'
import { languageTag } from '../strings/strings.ts'
import classes from './filter-chip.module.css'

type FilterChipProps = {
  isChosen: boolean
  onChoose: () => void
  count?: number | undefined
  /** Of the tones of chips, for the states of figures. */
  tone?: string | undefined
  children: ReactNode
}

export function FilterChip({ isChosen, onChoose, count, tone, children }: FilterChipProps) {
  return (
    <button type="button" className={classes.filter} data-tone={tone} aria-pressed={isChosen} onClick={onChoose}>
      {children}
      {count !== undefined && <span className={classes.count}> {count.toLocaleString(languageTag)}</span>}
    </button>
  )
}
