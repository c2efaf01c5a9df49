// Waits for the next key and tells which it was; Escape and Tab leave everything as it is, and an input method's letters do not count.

import { useState } from 'react'
import { keyOf } from '../../keys/actions.ts'
import { isModifier } from '../../keys/kept-keys.ts'
import { strings } from '../../strings/strings.ts'
import classes from './keys-dialog.module.css'

type KeyRecorderProps = { action: string; onKey: (key: string) => void; onCancel: () => void }

export function KeyRecorder({ action, onKey, onCancel }: KeyRecorderProps) {
  const [isComposing, setIsComposing] = useState(false)
  return (
    <button
      type="button"
      ref={focusOnce}
      className={classes.recorder}
      aria-label={strings.keys.pressFor(action)}
      // Mantine would close the whole dialog on Escape.
      data-mantine-stop-propagation="true"
      onBlur={onCancel}
      onKeyDown={(event) => {
        const { nativeEvent } = event
        if (event.key === 'Tab' && !event.ctrlKey && !event.metaKey && !event.altKey) return
        event.preventDefault()
        event.stopPropagation()
        setIsComposing(nativeEvent.isComposing || event.keyCode === 229)
        if (nativeEvent.isComposing || event.keyCode === 229 || nativeEvent.repeat || isModifier(event.key)) return
        if (event.key === 'Escape') onCancel()
        else onKey(keyOf(nativeEvent))
      }}
      onKeyUp={(event) => event.preventDefault()}
    >
      <span role="status">{isComposing ? strings.keys.composing : `${strings.keys.press}…`}</span>
    </button>
  )
}

function focusOnce(button: HTMLButtonElement | null): void {
  button?.focus()
}
