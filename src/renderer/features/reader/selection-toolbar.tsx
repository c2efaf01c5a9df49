// What can be done with the words just selected: highlight them in a colour, with a comment, or copy them with their citation.

import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconCopy, IconNumber123 } from '@tabler/icons-react'
import { useState } from 'react'
import type { HighlightColour } from '../../../core/records/highlight.ts'
import { strings } from '../../strings/strings.ts'
import { ActionKey } from '../../ui/key-hint.tsx'
import { ColourSwatches } from './colour-swatches.tsx'
import { type Anchor, FloatingCard } from './floating-card.tsx'
import { useLastColour } from './last-colour.ts'
import classes from './selection-toolbar.module.css'
import { keepsSelection } from './use-text-selection.ts'

type SelectionToolbarProps = {
  anchor: Anchor
  onHighlight: (colour: HighlightColour, comment: string) => void
  /** Highlights it and asks for which insight it is evidence. */
  onLink: (comment: string) => void
  onCopy: () => void
  onKeepFigure: () => void
  onDismiss: () => void
  /** The focus went into the toolbar, and with it the browser's own mark of the selection. */
  onHold: () => void
}

export function SelectionToolbar({ anchor, onHighlight, onLink, onCopy, onKeepFigure, onDismiss, onHold }: SelectionToolbarProps) {
  const [comment, setComment] = useState('')
  const lastColour = useLastColour((state) => state.colour)
  return (
    <FloatingCard anchor={anchor} role="toolbar" label={strings.reader.highlightSelection} onDismiss={onDismiss} onFocus={onHold} {...keepsSelection}>
      <div className={classes.row}>
        <ColourSwatches chosen={lastColour} nameOf={strings.reader.highlightIn} onChoose={(colour) => onHighlight(colour, comment)} />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={strings.reader.copyQuote}
          title={strings.reader.copyQuote}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onCopy}
        >
          <IconCopy size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={strings.figures.keep}
          title={strings.figures.keep}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onKeepFigure}
        >
          <IconNumber123 size={18} />
        </ActionIcon>
      </div>
      <TextInput
        className={classes.comment ?? ''}
        size="xs"
        aria-label={strings.reader.comment}
        placeholder={strings.reader.commentHint}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onHighlight(lastColour, comment)
        }}
      />
      <Button
        className={classes.link ?? ''}
        size="compact-sm"
        variant="light"
        fullWidth
        rightSection={<ActionKey action="reader.link" />}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onLink(comment)}
      >
        {strings.reader.linkEvidence}
      </Button>
    </FloatingCard>
  )
}
