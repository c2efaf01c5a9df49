// Says what of the notebook cannot be read, when it is opened and whenever more is found: a loss is named, never silent.

import { Alert, Button } from '@mantine/core'
import { useState } from 'react'
import { useClientState } from '../notebook/use-client-state.ts'
import { strings } from '../strings/strings.ts'

/** The first few sentences; all of them, and what can be done, are a press away. */
const shown = 3

export function DamageNotice({ onLook }: { onLook: () => void }) {
  const damage = useClientState((state) => state.notebook?.damage)
  /** How much of it was put out of sight: what is found later is told anew. */
  const [hidden, setHidden] = useState(0)
  if (!damage || damage.length <= hidden) return null
  return (
    <Alert
      color="red"
      title={strings.app.damageTitle}
      withCloseButton
      closeButtonLabel={strings.app.close}
      onClose={() => setHidden(damage.length)}
      style={{ flex: 'none' }}
    >
      <ul>
        {damage.slice(hidden, hidden + shown).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {damage.length > hidden + shown && <li>{strings.app.damageMore(damage.length - hidden - shown)}</li>}
      </ul>
      <Button size="compact-sm" variant="light" color="red" onClick={onLook}>
        {strings.damage.look}
      </Button>
    </Alert>
  )
}
