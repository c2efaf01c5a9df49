// While things come in: how far it is, what came last, and the way to stop or to go on working meanwhile.

import { Button } from '@mantine/core'
import type { ImportState } from '../../../core/contract/import-questions.ts'
import { closeImport, useWindowImport } from '../../notebook/window-import.ts'
import { strings } from '../../strings/strings.ts'
import { DialogFoot } from '../../ui/dialog-foot.tsx'
import classes from './imports.module.css'
import { useFirstFocus } from './use-first-focus.ts'

const words = strings.import

export function RunningStep({ state, isStopping }: { state: ImportState; isStopping: boolean }) {
  const stop = useWindowImport((each) => each.stop)
  const first = useFirstFocus<HTMLButtonElement>()
  const { done, total, name } = state
  return (
    <>
      <p className={classes.now}>
        <span className={classes.file}>{name}</span>
        <span className={classes.count}>{total > 0 ? words.progress(done, total) : ''}</span>
      </p>
      <progress className={classes.bar} aria-label={words.progressLabel} {...(total > 0 ? { max: total, value: done } : {})} />
      <p className={classes.dim}>{words.runningHint}</p>
      <DialogFoot>
        <Button ref={first} variant="default" onClick={closeImport}>
          {words.background}
        </Button>
        <Button variant="light" disabled={isStopping} onClick={stop}>
          {isStopping ? words.stopping : words.stop}
        </Button>
      </DialogFoot>
    </>
  )
}
