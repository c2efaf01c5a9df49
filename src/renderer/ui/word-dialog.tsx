// One word or line for many records: a field with what is known already, and a button for each thing that can be done with it.

import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { strings } from '../strings/strings.ts'
import { Dialog } from './dialog.tsx'
import classes from './word-dialog.module.css'

type WordDialogProps = {
  title: string
  label: string
  hint?: string
  /** Offered while typing. */
  known: readonly string[]
  maxLength: number
  /** The first is what Enter does. */
  ways: readonly { label: string; run: (word: string) => void }[]
  /** Nothing written is a value too. */
  takesNothing?: boolean
  onClose: () => void
}

export function WordDialog({ title, label, hint, known, maxLength, ways, takesNothing = false, onClose }: WordDialogProps) {
  const [text, setText] = useState('')
  const listId = useId()
  const word = text.trim()
  const isReady = takesNothing || word !== ''
  const go = (run: (word: string) => void) => {
    if (!isReady) return
    run(word)
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [first] = ways
    if (first) go(first.run)
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} size="sm">
      <form onSubmit={submit}>
        <TextInput
          data-autofocus
          label={label}
          description={hint}
          value={text}
          maxLength={maxLength}
          list={listId}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <datalist id={listId}>
          {known.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {strings.app.cancel}
          </Button>
          {ways.toReversed().map((way) => (
            <Button
              key={way.label}
              type={way === ways[0] ? 'submit' : 'button'}
              variant={way === ways[0] ? 'filled' : 'default'}
              disabled={!isReady}
              onClick={way === ways[0] ? undefined : () => go(way.run)}
            >
              {way.label}
            </Button>
          ))}
        </div>
      </form>
    </Dialog>
  )
}
