// Says what could not be read when the notebook was opened: a loss is named, never silent.

import { Alert, Button } from '@mantine/core'
import { useState } from 'react'
import { useClientState } from '../notebook/use-client-state.ts'
import { strings } from '../strings/strings.ts'

/** The first few sentences; all of them, and what can be done, are a press away. */
const shown = 3

export function DamageNotice({ onLook }: { onLook: () => void }) {
  const damage = useClientState((state) => state.notebook?.damage)
  const [isHidden, setIsHidden] = useState(false)
  if (isHidden || !damage || damage.length === 0) return null
  return (
    <Alert
      color="red"
      title={strings.app.damageTitle}
      withCloseButton
      closeButtonLabel={strings.app.close}
      onClose={() => setIsHidden(true)}
      style={{ flex: 'none' }}
    >
      <ul>
        {damage.slice(0, shown).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {damage.length > shown && <li>{strings.app.damageMore(damage.length - shown)}</li>}
      </ul>
      <Button size="compact-sm" variant="light" color="red" onClick={onLook}>
        {strings.damage.look}
      </Button>
    </Alert>
  )
}
