// Asks before the starter's own records become again what they were on the first day.

import { Button, Group, Text } from '@mantine/core'
import { useClient } from '../notebook/notebook-context.ts'
import { useAnswer } from '../notebook/use-answer.ts'
import { useSend } from '../notebook/use-send.tsx'
import { strings } from '../strings/strings.ts'
import { Dialog } from '../ui/dialog.tsx'

export function ResetStarterDialog({ onClose }: { onClose: () => void }) {
  const client = useClient()
  const send = useSend()
  const { value } = useAnswer('starter.read', {}, { follow: false })
  const isHere = value?.isHere ?? true
  const reset = async () => {
    onClose()
    const starter = await client.ask('starter.read', {})
    if (starter.ok) await send('starter.reset', starter.value.content, { undoMessage: strings.app.starterWasReset })
  }
  return (
    <Dialog title={strings.app.resetStarter} isOpen onClose={onClose}>
      <Text size="md">{isHere ? strings.app.resetStarterExplained : strings.app.noStarterHere}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {isHere ? strings.app.cancel : strings.app.close}
        </Button>
        {isHere && (
          <Button onClick={() => void reset()} data-autofocus>
            {strings.app.resetStarterConfirm}
          </Button>
        )}
      </Group>
    </Dialog>
  )
}
