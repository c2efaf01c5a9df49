// How the text looks, where it is read: its size, its width, and whether notes stand beside it. The settings hold the same.

import { ActionIcon, Menu } from '@mantine/core'
import { IconCheck, IconTextSize } from '@tabler/icons-react'
import { runAction } from '../../keys/actions.ts'
import { type ActionId, catalogue } from '../../keys/catalogue.ts'
import { strings } from '../../strings/strings.ts'
import { measures, useSettings } from '../../theme/settings.ts'
import { ActionKey } from '../../ui/key-hint.tsx'
import { useNotesShown } from './use-notes-shown.ts'

const sizes = ['view.text-larger', 'view.text-smaller', 'view.text-normal'] as const satisfies readonly ActionId[]

export function LookMenu() {
  const { textSize, measure, change } = useSettings()
  const { areShown, toggle } = useNotesShown()
  const check = <IconCheck size={14} aria-hidden="true" />
  const blank = <span style={{ width: 14 }} />
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={strings.reader.look} title={strings.reader.look}>
          <IconTextSize size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {strings.settings.textSize}: {strings.settings.percent(textSize)}
        </Menu.Label>
        {sizes.map((action) => (
          <Menu.Item key={action} closeMenuOnClick={false} rightSection={<ActionKey action={action} />} onClick={() => runAction(action)}>
            {catalogue[action].title}
          </Menu.Item>
        ))}
        <Menu.Divider role="separator" />
        <Menu.Label>{strings.settings.measure}</Menu.Label>
        {measures.map((name) => (
          <Menu.Item
            key={name}
            role="menuitemradio"
            aria-checked={name === measure}
            closeMenuOnClick={false}
            leftSection={name === measure ? check : blank}
            onClick={() => change({ measure: name })}
          >
            {strings.settings.measures[name]}
          </Menu.Item>
        ))}
        <Menu.Divider role="separator" />
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={areShown}
          leftSection={areShown ? check : blank}
          rightSection={<ActionKey action="reader.notes" />}
          onClick={toggle}
        >
          {strings.reader.sideNotes}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
