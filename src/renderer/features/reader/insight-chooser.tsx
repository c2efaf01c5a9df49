// Choosing the insight that a passage bears on: a filter with its matches, or a new insight that begins with the quote.

import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { strings } from '../../strings/strings.ts'
import classes from './link-dialog.module.css'

export type ChosenInsight = { id: RecordId<'insight'>; title: string }
type InsightChooserProps = { onChoose: (insight: ChosenInsight) => void; onNew: () => void }

export function InsightChooser({ onChoose, onNew }: InsightChooserProps) {
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const listId = useId()
  const { value: found, isLoading } = useAnswer('suggest.insights', { text, limit: 30 })
  const choices = found ?? []
  const shown = Math.min(active, choices.length - 1)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const target = { ArrowDown: shown + 1, ArrowUp: shown - 1 }[event.key]
    const choice = choices[shown]
    if (target !== undefined) setActive(Math.max(0, Math.min(choices.length - 1, target)))
    else if (event.key === 'Enter' && choice) onChoose(choice)
    else return
    event.preventDefault()
  }
  return (
    <div>
      <p className={classes.question}>{strings.reader.whichInsight}</p>
      <TextInput
        data-autofocus
        aria-label={strings.reader.findInsight}
        placeholder={strings.reader.findInsight}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls={listId}
        aria-activedescendant={choices.length > 0 ? `${listId}-${shown}` : undefined}
      />
      {choices.length > 0 && (
        <div id={listId} role="listbox" aria-label={strings.reader.whichInsight} className={classes.choices}>
          {choices.map((choice, position) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and handles the keys
            // biome-ignore lint/a11y/useFocusableInteractive: options are named by aria-activedescendant
            <div
              key={choice.id}
              id={`${listId}-${position}`}
              role="option"
              aria-selected={position === shown}
              className={classes.choice}
              ref={position === shown ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
              onClick={() => onChoose(choice)}
            >
              {choice.title || strings.reader.untitledInsight}
            </div>
          ))}
        </div>
      )}
      {!isLoading && choices.length === 0 && <p className={classes.none}>{strings.reader.noSuchInsight}</p>}
      <Button variant="light" size="compact-md" leftSection={<IconPlus size={15} />} onClick={onNew}>
        {strings.reader.newInsight}
      </Button>
    </div>
  )
}
