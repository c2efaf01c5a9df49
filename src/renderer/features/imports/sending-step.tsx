// While files are on their way to the host, and while it looks at what they are.

import { Button } from '@mantine/core'
import { closeImport, type ImportStep } from '../../notebook/window-import.ts'
import { strings } from '../../strings/strings.ts'
import { DialogFoot } from '../../ui/dialog-foot.tsx'
import classes from './imports.module.css'
import { useFirstFocus } from './use-first-focus.ts'

const words = strings.import

export function SendingStep({ step }: { step: Extract<ImportStep, { name: 'sending' | 'looking' }> }) {
  const first = useFirstFocus<HTMLButtonElement>()
  const isSending = step.name === 'sending' && step.total > 0
  return (
    <>
      <p className={classes.now} role="status">
        {step.name === 'looking' ? words.looking : isSending ? words.sending(step.done, step.total) : words.gathering}
      </p>
      <progress className={classes.bar} aria-label={words.title} {...(isSending ? { max: step.total, value: step.done } : {})} />
      <DialogFoot>
        <Button variant="default" ref={first} onClick={closeImport}>
          {words.cancel}
        </Button>
      </DialogFoot>
    </>
  )
}
