// A native select that looks like a chip: every key and screen reader knows it already.

import { IconChevronDown } from '@tabler/icons-react'
import classes from './chip-select.module.css'

type ChipSelectProps<Value extends string> = {
  label: string
  value: Value
  options: readonly (readonly [value: Value, word: string])[]
  onChange: (value: Value) => void
  tone?: 'plain' | 'supports' | 'contradicts' | 'context' | 'good' | 'warn'
  isDisabled?: boolean
}

export function ChipSelect<Value extends string>({ label, value, options, onChange, tone = 'plain', isDisabled = false }: ChipSelectProps<Value>) {
  return (
    <span className={classes.chip} data-tone={tone}>
      <select
        aria-label={label}
        title={label}
        className={classes.select}
        value={value}
        disabled={isDisabled}
        onChange={(event) => {
          const chosen = options.find(([option]) => option === event.target.value)
          if (chosen) onChange(chosen[0])
        }}
      >
        {options.map(([option, word]) => (
          <option key={option} value={option}>
            {word}
          </option>
        ))}
      </select>
      <IconChevronDown size={11} aria-hidden className={classes.arrow ?? ''} />
    </span>
  )
}
