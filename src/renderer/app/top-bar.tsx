// The top bar: which notebook this is, search over everything, a new insight, the theme.

import { ActionIcon, Button, Menu, useMantineColorScheme } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowLeft,
  IconArrowRight,
  IconDeviceDesktop,
  IconMoon,
  IconPlus,
  IconSun,
} from '@tabler/icons-react'
import { SearchBox } from '../features/search/search-box.tsx'
import { runAction, showKey } from '../keys/actions.ts'
import { catalogue } from '../keys/catalogue.ts'
import { keysOf } from '../keys/key-settings.ts'
import { useIsPast } from '../notebook/past.ts'
import { strings } from '../strings/strings.ts'
import { Chip } from '../ui/chip.tsx'
import { ActionKey } from '../ui/key-hint.tsx'
import { useNavigation } from './navigation.ts'
import { NotebookMenu } from './notebook-menu.tsx'
import classes from './top-bar.module.css'

export function TopBar({ onNewInsight }: { onNewInsight: () => void }) {
  const isPast = useIsPast()
  const query = useNavigation((navigation) => navigation.query)
  const isSearching = useNavigation(({ view }) => view === 'search')
  const go = useNavigation((navigation) => navigation.go)
  return (
    <header className={classes.bar}>
      <NotebookMenu />
      <BackAndForward />
      <span className={classes.offline}>
        <Chip title={strings.app.offlineHint}>{strings.app.offline}</Chip>
      </span>
      <span className={classes.grow} />
      <div className={classes.search}>
        <SearchBox query={query ?? ''} onSearch={(text) => go({ view: 'search', query: text, pane: 'list' }, { replace: isSearching })} />
      </div>
      <span className={classes.grow} />
      {!isPast && <UndoAndRedo />}
      <ThemeMenu />
      {!isPast && (
        <Button size="compact-md" variant="light" leftSection={<IconPlus size={15} />} onClick={onNewInsight} className={classes.create}>
          <span className={classes.createLabel}>{strings.app.newInsight}</span>
          <span className={classes.createKey}>
            <ActionKey action="insight.new" />
          </span>
        </Button>
      )}
    </header>
  )
}

function BackAndForward() {
  const { back, forward } = useNavigation.getState()
  const isAtStart = useNavigation(({ history }) => history.position === 0)
  const isAtEnd = useNavigation(({ history }) => history.position === history.entries.length - 1)
  // Disabled in words alone: the focus stays on a button that is pressed down to the end.
  const button = (label: string, Icon: typeof IconArrowLeft, isDisabled: boolean, run: () => void) => (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      title={label}
      aria-disabled={isDisabled || undefined}
      onClick={() => !isDisabled && run()}
    >
      <Icon size={17} />
    </ActionIcon>
  )
  return (
    <span className={classes.history}>
      {button(strings.workspace.back, IconArrowLeft, isAtStart, back)}
      {button(strings.workspace.forward, IconArrowRight, isAtEnd, forward)}
    </span>
  )
}

/** What Ctrl/Cmd+Z does outside a text, for whoever looks for it with the mouse. */
function UndoAndRedo() {
  return (
    <span className={classes.history}>
      {undoAndRedo.map(({ action, Icon }) => (
        <ActionIcon
          key={action}
          variant="subtle"
          color="gray"
          aria-label={catalogue[action].title}
          title={`${catalogue[action].title} (${keysOf(action).map(showKey)[0] ?? ''})`}
          onClick={() => runAction(action)}
        >
          <Icon size={17} />
        </ActionIcon>
      ))}
    </span>
  )
}

const undoAndRedo = [
  { action: 'history.undo', Icon: IconArrowBackUp },
  { action: 'history.redo', Icon: IconArrowForwardUp },
] as const

const schemes = [
  { scheme: 'light', label: strings.app.lightTheme, Icon: IconSun },
  { scheme: 'dark', label: strings.app.darkTheme, Icon: IconMoon },
  { scheme: 'auto', label: strings.app.systemTheme, Icon: IconDeviceDesktop },
] as const

function ThemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const Current = schemes.find(({ scheme }) => scheme === colorScheme)?.Icon ?? IconDeviceDesktop
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={strings.app.theme}>
          <Current size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map(({ scheme, label, Icon }) => (
          <Menu.Item key={scheme} leftSection={<Icon size={15} />} onClick={() => setColorScheme(scheme)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
