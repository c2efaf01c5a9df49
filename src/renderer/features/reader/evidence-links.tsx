// The insights that a highlight is evidence for, each to be opened or unlinked.

import { ActionIcon } from '@mantine/core'
import { IconLinkOff } from '@tabler/icons-react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { StanceChip } from '../../ui/stance-chip.tsx'
import classes from './highlight-details.module.css'

type EvidenceLinksProps = { highlight: RecordId<'highlight'>; onOpenInsight: (id: RecordId<'insight'>) => void }

export function EvidenceLinks({ highlight, onOpenInsight }: EvidenceLinksProps) {
  const send = useSend()
  const { rows, isLoading } = useWatch('evidence', { highlight })
  if (isLoading) return null
  if (rows.length === 0) return <p className={classes.none}>{strings.reader.noEvidence}</p>
  return (
    <ul className={classes.links} aria-label={strings.reader.evidenceFor}>
      {rows.map(({ id, rev, insight, insightTitle, stance }) => (
        <li key={id} className={classes.link}>
          <StanceChip stance={stance} />
          <button
            type="button"
            data-opens
            className={classes.insight}
            aria-label={strings.reader.openInsight(insightTitle)}
            onClick={() => onOpenInsight(insight)}
          >
            {insightTitle || strings.reader.untitledInsight}
          </button>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={strings.reader.unlink(insightTitle)}
            onClick={() => void send('evidence.remove', { id, rev }, { undoMessage: strings.reader.unlinked })}
          >
            <IconLinkOff size={14} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  )
}
