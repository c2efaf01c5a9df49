// The notebook's own menu behind its title: the starter as it ships, and the list of keys.

import { Button, Group, Menu, Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useAction } from '../keys/actions.ts'
import { useClient } from '../notebook/notebook-context.ts'
import { useAnswer } from '../notebook/use-answer.ts'
import { useClientState } from '../notebook/use-client-state.ts'
import { useSend } from '../notebook/use-send.tsx'
import { strings } from '../strings/strings.ts'
import { Dialog } from '../ui/dialog.tsx'
import { ActionKey } from '../ui/key-hint.tsx'
import { DesktopNotebookItems } from './desktop-notebook-items.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import classes from './notebook-menu.module.css'

export function NotebookMenu() {
  const title = useClientState((state) => state.notebook?.title)
  const [isOpen, setIsOpen] = useState(false)
  const [dialog, setDialog] = useState<'keys' | 'reset'>()
  const starter = useAnswer('starter.read', isOpen ? {} : undefined, { follow: false })
  useAction({ id: 'keys.show', run: () => setDialog('keys') })
  const close = () => setDialog(undefined)
  return (
    <>
      <Menu position="bottom-start" opened={isOpen} onChange={setIsOpen}>
        <Menu.Target>
          <UnstyledButton className={classes.title} aria-label={strings.app.notebookMenu(title ?? strings.app.appName)}>
            <span className={classes.name}>{title ?? strings.app.appName}</span>
            <IconChevronDown size={14} aria-hidden="true" />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item rightSection={<ActionKey action="keys.show" />} onClick={() => setDialog('keys')}>
            {strings.app.keys}
          </Menu.Item>
          {starter.value?.isHere && <Menu.Item onClick={() => setDialog('reset')}>{strings.app.resetStarter}</Menu.Item>}
          <DesktopNotebookItems />
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
    if (starter.ok) await send('starter.reset', starter.value.content, { undoMessage: strings.app.starterWasReset })
  }
  return (
    <Dialog title={strings.app.resetStarter} isOpen={isOpen} onClose={onClose}>
      <Text size="md">{strings.app.resetStarterExplained}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {strings.app.cancel}
        </Button>
        <Button onClick={() => void reset()} data-autofocus>
          {strings.app.resetStarterConfirm}
        </Button>
      </Group>
    </Dialog>
  )
}
