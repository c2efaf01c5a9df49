// Which keys do what, read from the register of actions: it cannot differ from what the keys really do.

import { useMemo } from 'react'
import { type Action, listActions } from '../keys/actions.ts'
import { strings } from '../strings/strings.ts'
import { Dialog } from '../ui/dialog.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import classes from './keys-dialog.module.css'

export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const actions = useMemo(() => (isOpen ? namedActions() : []), [isOpen])
  return (
    <Dialog title={strings.app.keys} isOpen={isOpen} onClose={onClose} size="lg">
      <p className={classes.hint}>{strings.app.keysHint}</p>
      <dl className={classes.list}>
        {actions.map(({ id, title, keys }) => (
          <div key={id} className={classes.row}>
            <dt>{title}</dt>
            <dd>
              {keys.map((key) => (
                <KeyHint key={key} keys={key} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}

function namedActions(): Action[] {
  const byId = new Map(listActions().flatMap((action) => (action.keys.length > 0 && action.title ? [[action.id, action]] : [])))
  return [...byId.values()].sort((one, other) => (one.title < other.title ? -1 : 1))
}
