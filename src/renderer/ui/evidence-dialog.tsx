// Highlights or sources as evidence: first for which insight, then what they do for it.

import { Button } from '@mantine/core'
import { useState } from 'react'
import { stances } from '../../core/records/evidence.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { useSendMany } from '../notebook/use-send-many.ts'
import { strings } from '../strings/strings.ts'
import classes from './choosing-dialog.module.css'
import { Dialog } from './dialog.tsx'
import { stanceShapes } from './stance-chip.tsx'
import { TitleChooser } from './title-chooser.tsx'

type EvidenceDialogProps = {
  highlights?: readonly RecordId<'highlight'>[]
  sources?: readonly RecordId<'source'>[]
  onClose: () => void
}

export function EvidenceDialog({ highlights = [], sources = [], onClose }: EvidenceDialogProps) {
  const sendMany = useSendMany()
  const [filter, setFilter] = useState('')
  const [insight, setInsight] = useState<{ id: RecordId<'insight'>; title: string }>()
  const count = highlights.length + sources.length
  const link = (stance: (typeof stances)[number]) => {
    if (!insight) return
    onClose()
    void sendMany(
      'evidence.add-many',
      { insight: insight.id, highlights: [...highlights], sources: [...sources], stance },
      { label: strings.lists.linking(count), undoMessage: strings.lists.linked(count, insight.title || strings.lists.untitledInsight) },
    )
  }
  return (
    <Dialog title={insight ? insight.title || strings.lists.untitledInsight : strings.lists.whichInsight} isOpen onClose={onClose}>
      {insight ? (
        <>
          <p className={classes.question}>{strings.lists.stanceTitle}</p>
          <div className={classes.stances}>
            {stances.map((stance, position) => (
              <Button
                key={stance}
                variant="default"
                autoFocus={position === 0}
                leftSection={<span aria-hidden="true">{stanceShapes[stance]}</span>}
                onClick={() => link(stance)}
              >
                {strings.lists.stanceOf[stance]}
              </Button>
            ))}
          </div>
        </>
      ) : (
        <TitleChooser
          query="insights"
          filter={filter}
          onFilter={setFilter}
          words={{
            find: strings.reader.findInsight,
            list: strings.app.insights,
            untitled: strings.lists.untitledInsight,
            none: strings.reader.noSuchInsight,
          }}
          saysEmpty
          onChoose={setInsight}
        />
      )}
    </Dialog>
  )
}
