// Adding to an outline: the kinds of item, as a menu on a row and as buttons at the end.

import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconChartLine, IconHeading, IconNotes, IconPencil, IconPlus } from '@tabler/icons-react'
import { useAriaKeys } from '../../keys/aria-keys.ts'
import { strings } from '../../strings/strings.ts'
import { ActionKey } from '../../ui/key-hint.tsx'
import classes from './outline.module.css'
import type { ChosenKind } from './outline-chooser.tsx'

export type AddedKind = 'heading' | 'prose' | ChosenKind

const kinds = [
  { kind: 'heading', action: 'report.add-heading', label: strings.reports.addHeading, Icon: IconHeading },
  { kind: 'prose', action: 'report.add-prose', label: strings.reports.addProse, Icon: IconPencil },
  { kind: 'insight', action: 'report.add-insights', label: strings.reports.addInsights, Icon: IconNotes },
  { kind: 'chart', action: 'report.add-charts', label: strings.reports.addCharts, Icon: IconChartLine },
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
        {kinds.map(({ kind, action, label, Icon }) => (
          <Menu.Item key={kind} leftSection={<Icon size={15} />} rightSection={<ActionKey action={action} />} onClick={() => onAdd(kind)}>
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
      {kinds.map((added) => (
        <AddButton key={added.kind} added={added} onAdd={onAdd} />
      ))}
    </fieldset>
  )
}

function AddButton({ added: { kind, action, label, Icon }, onAdd }: { added: (typeof kinds)[number]; onAdd: (kind: AddedKind) => void }) {
  const keys = useAriaKeys(action)
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<Icon size={14} />}
      rightSection={<ActionKey action={action} />}
      aria-keyshortcuts={keys}
      onClick={() => onAdd(kind)}
    >
      {label}
    </Button>
  )
}
