// Asks before something leaves the list of what was put aside, and says that its bytes stay.

import { Button, Group } from '@mantine/core'
import { strings } from '../../strings/strings.ts'
import { Dialog } from '../../ui/dialog.tsx'

export function SettleDialog({ onConfirm, onClose }: { onConfirm: () => void; onClose: () => void }) {
  return (
    <Dialog title={strings.damage.settleTitle} isOpen onClose={onClose}>
      <p>{strings.damage.settleHint}</p>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {strings.app.cancel}
        </Button>
        <Button onClick={onConfirm} data-autofocus>
          {strings.damage.settleButton}
        </Button>
      </Group>
    </Dialog>
  )
}
