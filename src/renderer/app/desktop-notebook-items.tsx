// The notebooks of this desktop in the notebook's menu: open another, make one, go back to a recent one. Nothing in a browser.

import { Menu } from '@mantine/core'
import { runAction } from '../keys/actions.ts'
import { strings } from '../strings/strings.ts'
import { ActionKey } from '../ui/key-hint.tsx'
import { desktop, useShellState } from '../wire/shell-link.ts'

const own = [
  ['notebook.open', strings.desktop.openNotebook],
  ['notebook.new', strings.desktop.newNotebook],
  ['notebook.show-folder', strings.desktop.showFolder],
] as const

export function DesktopNotebookItems() {
  const state = useShellState(({ state }) => state)
  const link = desktop()
  if (!link || !state) return null
  const others = state.recents.filter(({ folder }) => folder !== state.folder)
  return (
    <>
      <Menu.Divider role="separator" />
      {own.map(([action, title]) => (
        <Menu.Item key={action} rightSection={<ActionKey action={action} />} onClick={() => runAction(action)}>
          {title}
        </Menu.Item>
      ))}
      {others.length > 0 && <Menu.Label>{strings.desktop.recentNotebooks}</Menu.Label>}
      {others.map(({ folder, title }) => (
        <Menu.Item key={folder} title={folder} onClick={() => void link.request({ name: 'notebook.open-recent', folder })}>
          {title}
        </Menu.Item>
      ))}
    </>
  )
}
