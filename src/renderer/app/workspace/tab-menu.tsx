// The menu at the end of a row of tabs: all of them by their whole titles, and what can be done with the one that is shown.

import { ActionIcon, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { runAction } from '../../keys/actions.ts'
import type { ActionId } from '../../keys/catalogue.ts'
import { catalogue } from '../../keys/catalogue.ts'
import { strings } from '../../strings/strings.ts'
import { ActionKey } from '../../ui/key-hint.tsx'
import { notePaneFocus, useNavigation } from '../navigation.ts'
import classes from './tab-strip.module.css'
import { useDocumentTitle } from './use-document-title.ts'
import { activateTab, type Side, type Tab, type TabGroup } from './workspace.ts'

const actions: readonly ActionId[] = ['tab.new-beside', 'tab.move-beside', 'tab.duplicate', 'tab.pin', 'tab.close', 'tab.close-others', 'tab.reopen']

type TabMenuProps = { side: Side; group: TabGroup; isOpen: boolean; onToggle: (isOpen: boolean) => void }

export function TabMenu({ side, group, isOpen, onToggle }: TabMenuProps) {
  return (
    <Menu position="bottom-end" opened={isOpen} onChange={onToggle} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={strings.workspace.tabMenu[side]}
          data-tab-menu={side}
          className={classes.all ?? ''}
        >
          <IconChevronDown size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''}>
        {group.tabs.map((tab) => (
          <TabItem key={tab.id} tab={tab} isActive={tab.id === group.active} />
        ))}
        <Menu.Divider role="separator" />
        {actions.map((id) => (
          <Menu.Item
            key={id}
            rightSection={<ActionKey action={id} />}
            onClick={() => {
              notePaneFocus(side)
              runAction(id)
            }}
          >
            {catalogue[id].title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function TabItem({ tab, isActive }: { tab: Tab; isActive: boolean }) {
  const change = useNavigation((navigation) => navigation.change)
  const { text, lang } = useDocumentTitle(tab.document)
  return (
    <Menu.Item
      aria-current={isActive ? 'true' : undefined}
      leftSection={<span aria-hidden="true">{isActive ? '✓' : ' '}</span>}
      onClick={() => change((workspace) => activateTab(workspace, tab.id), { isStep: true })}
    >
      <span className={classes.menuTitle} lang={lang}>
        {text}
      </span>
    </Menu.Item>
  )
}
