// What stands where the first source will be.

import { Button, Group } from '@mantine/core'
import { useIsPast } from '../../notebook/past.ts'
import { strings } from '../../strings/strings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ActionKey } from '../../ui/key-hint.tsx'

export function EmptySources({ onAdd, onPick }: { onAdd: () => void; onPick: () => void }) {
  if (useIsPast()) return <EmptyState title={strings.history.nothingThen} />
  return (
    <EmptyState
      title={strings.sources.emptyTitle}
      action={
        <Group gap="xs" justify="center">
          <Button size="compact-md" variant="light" onClick={onAdd} rightSection={<ActionKey action="source.new" />}>
            {strings.sources.add}
          </Button>
          <Button size="compact-md" variant="default" onClick={onPick}>
            {strings.sources.chooseFile}
          </Button>
        </Group>
      }
    >
      {strings.sources.emptyText}
    </EmptyState>
  )
}
