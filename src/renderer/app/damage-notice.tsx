// Says what could not be read when the notebook was opened: a loss is named, never silent.

import { Alert } from '@mantine/core'
import { useState } from 'react'
import { useClientState } from '../notebook/use-client-state.ts'
import { strings } from '../strings/strings.ts'

export function DamageNotice() {
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
        {damage.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Alert>
  )
}
