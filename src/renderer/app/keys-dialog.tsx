// Which keys do what, read from the catalogue of actions: it cannot differ from what the keys really do.

import { useMemo } from 'react'
import { actionIds, catalogue } from '../keys/catalogue.ts'
import { keysOf } from '../keys/key-settings.ts'
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

function namedActions(): { id: string; title: string; keys: readonly string[] }[] {
  return actionIds
    .map((id) => ({ id, title: catalogue[id].title, keys: keysOf(id) }))
    .filter(({ keys }) => keys.length > 0)
    .sort((one, other) => (one.title < other.title ? -1 : 1))
}
