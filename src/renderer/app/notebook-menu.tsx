// The notebook's own menu behind its title: the starter as it ships, and the list of keys.

import { Button, Group, Menu, Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useAction } from '../keys/actions.ts'
import { useClient } from '../notebook/notebook-context.ts'
import { useAnswer } from '../notebook/use-answer.ts'
import { useClientState } from '../notebook/use-client-state.ts'
import { useSend } from '../notebook/use-send.tsx'
import { en } from '../strings/en.ts'
import { Dialog } from '../ui/dialog.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import classes from './notebook-menu.module.css'

export function NotebookMenu() {
  const title = useClientState((state) => state.notebook?.title)
  const [isOpen, setIsOpen] = useState(false)
  const [dialog, setDialog] = useState<'keys' | 'reset'>()
  const starter = useAnswer('starter.read', isOpen ? {} : undefined, { follow: false })
  useAction({ id: 'keys.show', title: en.keys, keys: ['?'], run: () => setDialog('keys') })
  const close = () => setDialog(undefined)
  return (
    <>
      <Menu position="bottom-start" opened={isOpen} onChange={setIsOpen}>
        <Menu.Target>
          <UnstyledButton className={classes.title} aria-label={en.notebookMenu(title ?? en.appName)}>
            <span className={classes.name}>{title ?? en.appName}</span>
            <IconChevronDown size={14} aria-hidden="true" />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item rightSection={<KeyHint keys="?" />} onClick={() => setDialog('keys')}>
            {en.keys}
          </Menu.Item>
          {starter.value?.isHere && <Menu.Item onClick={() => setDialog('reset')}>{en.resetStarter}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <KeysDialog isOpen={dialog === 'keys'} onClose={close} />
      <ResetDialog isOpen={dialog === 'reset'} onClose={close} />
    </>
  )
}

function ResetDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const client = useClient()
  const send = useSend()
  const reset = async () => {
    onClose()
    const starter = await client.ask('starter.read', {})
    if (starter.ok) await send('starter.reset', starter.value.content, { undoMessage: en.starterWasReset })
  }
  return (
    <Dialog title={en.resetStarter} isOpen={isOpen} onClose={onClose}>
      <Text size="md">{en.resetStarterExplained}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {en.cancel}
        </Button>
        <Button onClick={() => void reset()} data-autofocus>
          {en.resetStarterConfirm}
        </Button>
      </Group>
    </Dialog>
  )
}
