// One highlight in a card beside its passage: colour, comment, what it is evidence for, and what can be done with it.

import { ActionIcon, Button } from '@mantine/core'
import { IconCopy, IconHistory, IconTrash, IconX } from '@tabler/icons-react'
import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useIsPast } from '../../notebook/past.ts'
import { useShownVersions } from '../../notebook/shown-versions.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { Chip } from '../../ui/chip.tsx'
import { ActionKey } from '../../ui/key-hint.tsx'
import { ColourSample, ColourSwatches } from './colour-swatches.tsx'
import { EvidenceLinks } from './evidence-links.tsx'
import { type Anchor, FloatingCard } from './floating-card.tsx'
import { problemOf } from './has-note.ts'
import { HighlightComment } from './highlight-comment.tsx'
import classes from './highlight-details.module.css'
import { useLastColour } from './last-colour.ts'
import { keepsSelection } from './use-text-selection.ts'

type HighlightDetailsProps = {
  highlight: HighlightRow
  anchor: Anchor
  onLink: () => void
  onCopy: () => void
  onRemove: () => void
  onOpenInsight: (id: RecordId<'insight'>) => void
  onClose: () => void
}

export function HighlightDetails({ highlight, anchor, onLink, onCopy, onRemove, onOpenInsight, onClose }: HighlightDetailsProps) {
  const send = useSend()
  const isPast = useIsPast()
  const showVersions = () => useShownVersions.getState().show(id, `${strings.reader.name(number)} “${passage.exact.slice(0, 60)}”`)
  const { id, rev, number, colour, comment, passage } = highlight
  const problem = problemOf(highlight)
  return (
    <FloatingCard anchor={anchor} role="dialog" label={strings.reader.details(number)} takesFocus onDismiss={onClose} {...keepsSelection}>
      <div className={classes.head}>
        <strong>{strings.reader.name(number)}</strong>
        {isPast ? (
          <ColourSample colour={colour} />
        ) : (
          <ColourSwatches
            chosen={colour}
            nameOf={(name) => name}
            onChoose={(chosen) => {
              useLastColour.getState().use(chosen)
              if (chosen !== colour) void send('highlight.revise', { id, rev, colour: chosen })
            }}
          />
        )}
        <span className={classes.grow} />
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={strings.app.close} onClick={onClose}>
          <IconX size={15} />
        </ActionIcon>
      </div>
      {problem && <Chip tone="warn">{problem}</Chip>}
      {isPast ? comment && <p>{comment}</p> : <HighlightComment key={id} highlight={highlight} />}
      <EvidenceLinks highlight={id} onOpenInsight={onOpenInsight} />
      <div className={classes.foot}>
        {!isPast && (
          <Button size="compact-sm" variant="light" rightSection={<ActionKey action="reader.link" />} onClick={onLink}>
            {strings.reader.linkEvidence}
          </Button>
        )}
        <span className={classes.grow} />
        <ActionIcon variant="subtle" color="gray" aria-label={strings.history.versions} title={strings.history.versions} onClick={showVersions}>
          <IconHistory size={16} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={strings.reader.copyQuote} title={strings.reader.copyQuote} onClick={onCopy}>
          <IconCopy size={16} />
        </ActionIcon>
        {!isPast && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={strings.reader.removeHighlight}
            title={strings.reader.removeHighlight}
            onClick={onRemove}
          >
            <IconTrash size={16} />
          </ActionIcon>
        )}
      </div>
    </FloatingCard>
  )
}
