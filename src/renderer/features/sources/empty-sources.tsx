// What stands where the first source will be.

import { Button, Group } from '@mantine/core'
import { enSources } from '../../strings/en-sources.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'

export function EmptySources({ onAdd, onPick }: { onAdd: () => void; onPick: () => void }) {
  return (
    <EmptyState
      title={enSources.emptyTitle}
      action={
        <Group gap="xs" justify="center">
          <Button size="compact-md" variant="light" onClick={onAdd} rightSection={<KeyHint keys="Shift+N" />}>
            {enSources.add}
          </Button>
          <Button size="compact-md" variant="default" onClick={onPick}>
            {enSources.chooseFile}
          </Button>
        </Group>
      }
    >
      {enSources.emptyText}
    </EmptyState>
  )
}
