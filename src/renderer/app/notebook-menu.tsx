// The notebook's own menu behind its title: the palette, quick capture, settings, keys, and the starter as it ships.

import { Menu, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { runAction } from '../keys/actions.ts'
import { type ActionId, catalogue } from '../keys/catalogue.ts'
import { useIsPast } from '../notebook/past.ts'
import { useAnswer } from '../notebook/use-answer.ts'
import { useClientState } from '../notebook/use-client-state.ts'
import { strings } from '../strings/strings.ts'
import { ActionKey } from '../ui/key-hint.tsx'
import { DesktopNotebookItems } from './desktop-notebook-items.tsx'
import classes from './notebook-menu.module.css'
import { useOpenLayer } from './open-layer.ts'

const layers = [
  ['palette', 'palette.show'],
  ['capture', 'capture.open'],
  ['settings', 'settings.show'],
  ['keys', 'keys.show'],
] as const satisfies readonly (readonly [string, ActionId])[]

export function NotebookMenu() {
  const title = useClientState((state) => state.notebook?.title)
  const openLayer = useOpenLayer((state) => state.open)
  const isPast = useIsPast()
  const [isOpen, setIsOpen] = useState(false)
  const starter = useAnswer('starter.read', isOpen ? {} : undefined, { follow: false })
  return (
    <Menu position="bottom-start" opened={isOpen} onChange={setIsOpen}>
      <Menu.Target>
        <UnstyledButton className={classes.title} aria-label={strings.app.notebookMenu(title ?? strings.app.appName)}>
          <span className={classes.name}>{title ?? strings.app.appName}</span>
          <IconChevronDown size={14} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {layers
          .filter(([, action]) => !isPast || !catalogue[action].changes)
          .map(([layer, action]) => (
            <Menu.Item key={layer} rightSection={<ActionKey action={action} />} onClick={() => openLayer(layer)}>
              {catalogue[action].title}
            </Menu.Item>
          ))}
        <Menu.Divider role="separator" />
        <Menu.Item
          rightSection={<ActionKey action={isPast ? 'past.leave' : 'past.look'} />}
          onClick={() => runAction(isPast ? 'past.leave' : 'past.look')}
        >
          {isPast ? strings.history.leave : strings.history.lookBack}
        </Menu.Item>
        {!isPast && (
          <Menu.Item rightSection={<ActionKey action="history.size" />} onClick={() => openLayer('history')}>
            {strings.history.size}
          </Menu.Item>
        )}
        {starter.value?.isHere && !isPast && <Menu.Divider role="separator" />}
        {starter.value?.isHere && !isPast && (
          <Menu.Item rightSection={<ActionKey action="tour.start" />} onClick={() => runAction('tour.start')}>
            {strings.tour.start}
          </Menu.Item>
        )}
        {starter.value?.isHere && !isPast && <Menu.Item onClick={() => openLayer('reset')}>{strings.app.resetStarter}</Menu.Item>}
        <DesktopNotebookItems />
      </Menu.Dropdown>
    </Menu>
  )
}
