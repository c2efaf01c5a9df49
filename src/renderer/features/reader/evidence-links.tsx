// The insights that a highlight is evidence for, each to be opened or unlinked.

import { ActionIcon } from '@mantine/core'
import { IconLinkOff } from '@tabler/icons-react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { useWatch } from '../../notebook/use-watch.ts'
import { enReader } from '../../strings/en-reader.ts'
import { StanceChip } from '../../ui/stance-chip.tsx'
import classes from './highlight-details.module.css'

type EvidenceLinksProps = { highlight: RecordId<'highlight'>; onOpenInsight: (id: RecordId<'insight'>) => void }

export function EvidenceLinks({ highlight, onOpenInsight }: EvidenceLinksProps) {
  const send = useSend()
  const { rows, isLoading } = useWatch('evidence', { highlight })
  if (isLoading) return null
  if (rows.length === 0) return <p className={classes.none}>{enReader.noEvidence}</p>
  return (
    <ul className={classes.links} aria-label={enReader.evidenceFor}>
      {rows.map(({ id, rev, insight, insightTitle, stance }) => (
        <li key={id} className={classes.link}>
          <StanceChip stance={stance} />
          <button type="button" className={classes.insight} aria-label={enReader.openInsight(insightTitle)} onClick={() => onOpenInsight(insight)}>
            {insightTitle || enReader.untitledInsight}
          </button>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={enReader.unlink(insightTitle)}
            onClick={() => void send('evidence.remove', { id, rev }, { undoMessage: enReader.unlinked })}
          >
            <IconLinkOff size={14} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  )
}
