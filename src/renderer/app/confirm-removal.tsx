// Asks, with the numbers, before one command takes more than half of something away.

import { Button, Group } from '@mantine/core'
import { useConfirmation } from '../notebook/confirm-removal.ts'
import { strings } from '../strings/strings.ts'
import { Dialog } from '../ui/dialog.tsx'

export function ConfirmRemoval() {
  const asked = useConfirmation((state) => state.asked)
  if (!asked) return null
  // What the host adds for programs is no news to a person.
  const sentence = asked.message.replace(/: it is done where.*$/, '.').replace(/^this/, 'This')
  return (
    <Dialog title={strings.backups.confirmTitle} isOpen onClose={() => asked.answer(false)}>
      <p>{sentence}</p>
      <p>{strings.backups.confirmHint}</p>
      <Group justify="flex-end" mt="md">
        <Button variant="default" data-autofocus onClick={() => asked.answer(false)}>
          {strings.app.cancel}
        </Button>
        <Button color="red" onClick={() => asked.answer(true)}>
          {strings.backups.confirmButton}
        </Button>
      </Group>
    </Dialog>
  )
}
