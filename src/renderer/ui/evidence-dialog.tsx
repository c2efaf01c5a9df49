// Highlights or sources as evidence: first for which insight, then what they do for it.

import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { stances } from '../../core/records/evidence.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { useSendMany } from '../notebook/use-send-many.ts'
import { useWatch } from '../notebook/use-watch.ts'
import { strings } from '../strings/strings.ts'
import classes from './choosing-dialog.module.css'
import { Dialog } from './dialog.tsx'
import { stanceShapes } from './stance-chip.tsx'
import { VirtualList } from './virtual-list.tsx'

type EvidenceDialogProps = {
  highlights?: readonly RecordId<'highlight'>[]
  sources?: readonly RecordId<'source'>[]
  onClose: () => void
}

export function EvidenceDialog({ highlights = [], sources = [], onClose }: EvidenceDialogProps) {
  const sendMany = useSendMany()
  const [filter, setFilter] = useState('')
  const [page, setPage] = useState({ start: 0, count: 200 })
  const [insight, setInsight] = useState<{ id: RecordId<'insight'>; title: string }>()
  const { rows, total, start, isLoading } = useWatch('insights', { filter }, page.start, page.count)
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
        <>
          <TextInput
            data-autofocus
            aria-label={strings.reader.findInsight}
            placeholder={strings.reader.findInsight}
            value={filter}
            maxLength={500}
            onChange={(event) => setFilter(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing || event.key !== 'ArrowDown') return
              event.preventDefault()
              event.currentTarget.closest('[role=dialog]')?.querySelector<HTMLElement>('[role=listbox]')?.focus()
            }}
          />
          <div className={classes.list}>
            <VirtualList
              label={strings.app.insights}
              total={total}
              start={start}
              rows={rows}
              estimateHeight={34}
              onRange={(from, length) => setPage({ start: from, count: length })}
              onSelect={setInsight}
              renderRow={(row) => <span className={classes.row}>{row.title || strings.lists.untitledInsight}</span>}
            />
            {!isLoading && total === 0 && <p className={classes.none}>{strings.reader.noSuchInsight}</p>}
          </div>
        </>
      )}
    </Dialog>
  )
}
