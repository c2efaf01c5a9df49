// Adding to an outline: the three kinds of item, as a menu on a row and as buttons at the end.

import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconHeading, IconNotes, IconPencil, IconPlus } from '@tabler/icons-react'
import { strings } from '../../strings/strings.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import classes from './outline.module.css'

export type AddedKind = 'heading' | 'prose' | 'insight'

/** The keys that add below the row with the focus, or at the end. */
export const addKeys: Readonly<Record<AddedKind, string>> = { heading: 'Shift+H', prose: 'Shift+P', insight: 'Shift+I' }

const kinds = [
  { kind: 'heading', label: strings.reports.addHeading, Icon: IconHeading },
  { kind: 'prose', label: strings.reports.addProse, Icon: IconPencil },
  { kind: 'insight', label: strings.reports.addInsights, Icon: IconNotes },
] as const

export function AddMenu({ name, onAdd }: { name: string; onAdd: (kind: AddedKind) => void }) {
  return (
    <Menu position="bottom-end" returnFocus={false} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={strings.reports.addBelow(name)}>
          <IconPlus size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map(({ kind, label, Icon }) => (
          <Menu.Item key={kind} leftSection={<Icon size={15} />} rightSection={<KeyHint keys={addKeys[kind]} />} onClick={() => onAdd(kind)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

export function AddBar({ onAdd }: { onAdd: (kind: AddedKind) => void }) {
  return (
    <fieldset className={classes.addBar}>
      <legend className="visually-hidden">{strings.reports.add}</legend>
      {kinds.map(({ kind, label, Icon }) => (
        <Button
          key={kind}
          size="compact-sm"
          variant="default"
          leftSection={<Icon size={14} />}
          rightSection={<KeyHint keys={addKeys[kind]} />}
          aria-keyshortcuts={addKeys[kind]}
          onClick={() => onAdd(kind)}
        >
          {label}
        </Button>
      ))}
    </fieldset>
  )
}
