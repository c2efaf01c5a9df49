// The button at a figure that was clicked and is not kept. It takes no focus: whoever double-clicks goes on selecting.

import { Button } from '@mantine/core'
import { strings } from '../../strings/strings.ts'
import { ActionKey } from '../../ui/key-hint.tsx'
import { type Anchor, FloatingCard } from './floating-card.tsx'
import { keepsSelection } from './use-text-selection.ts'

type KeepFigureHintProps = { anchor: Anchor; onKeep: () => void; onDismiss: () => void }

export function KeepFigureHint({ anchor, onKeep, onDismiss }: KeepFigureHintProps) {
  return (
    <FloatingCard anchor={anchor} role="toolbar" label={strings.figures.figures} onDismiss={onDismiss} {...keepsSelection}>
      <Button
        size="compact-sm"
        variant="light"
        rightSection={<ActionKey action="reader.keep-figure" />}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onKeep}
      >
        {strings.figures.keep}
      </Button>
    </FloatingCard>
  )
}
