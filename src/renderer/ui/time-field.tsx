// A field for the time that a figure is of: as the analyst types it, read back in one way of writing.

import { TextInput } from '@mantine/core'
import { timeWords } from '../../core/ledger/amount-words.ts'
import { readTime } from '../../core/ledger/read-time.ts'
import type { FigureTime } from '../../core/records/figure.ts'
import { strings } from '../strings/strings.ts'

type TimeFieldProps = { text: string; onText: (text: string) => void; note?: string | undefined; hasError: boolean }

export function TimeField({ text, onText, note, hasError }: TimeFieldProps) {
  const time = timeTyped(text)
  const read = time === undefined || time === 'none' || timeWords(time) === text.trim() ? undefined : `= ${timeWords(time)}`
  return (
    <TextInput
      size="xs"
      label={strings.figures.asOf}
      placeholder={strings.figures.asOfHint}
      value={text}
      maxLength={100}
      autoComplete="off"
      spellCheck={false}
      error={hasError && time === undefined ? strings.figures.notATime : undefined}
      description={read ?? note}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  )
}

/** `none` for an empty field, undefined for what is no time. */
export function timeTyped(text: string): FigureTime | 'none' | undefined {
  return text.trim() === '' ? 'none' : readTime(text, new Date().toISOString().slice(0, 10))
}
