// Three places that appear while highlights or sources are dragged: what it is dropped on says what it does for the insight.

import { type DragEvent, useEffect, useState } from 'react'
import { type Stance, stances } from '../../../core/records/evidence.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useSendMany } from '../../notebook/use-send-many.ts'
import { strings } from '../../strings/strings.ts'
import { draggedKind, idsOfKind, readRecordDrag } from '../../ui/drag-data.ts'
import { stanceShapes } from '../../ui/stance-chip.tsx'
import classes from './evidence.module.css'
import { useAddEvidence } from './use-add-evidence.ts'

export function EvidenceDropZones({ insight }: { insight: RecordId<'insight'> }) {
  const isDragged = useIsEvidenceDragged()
  const sendMany = useSendMany()
  const [over, setOver] = useState<Stance>()
  const addEvidence = useAddEvidence(insight)
  if (!isDragged) return null
  const drop = (event: DragEvent, stance: Stance) => {
    event.preventDefault()
    setOver(undefined)
    const dragged = readRecordDrag(event.dataTransfer)
    const [highlights, sources] = [idsOfKind(dragged, 'highlight'), idsOfKind(dragged, 'source')]
    const [only] = highlights
    const count = highlights.length + sources.length
    if (only && count === 1) void addEvidence(only, stance)
    else if (count > 0)
      void sendMany(
        'evidence.add-many',
        { insight, highlights, sources, stance },
        { label: strings.lists.linking(count), undoMessage: strings.insights.addedEvidence(strings.app[stance]) },
      )
  }
  return (
    <div className={classes.zones}>
      <p className={classes.zonesTitle}>{strings.insights.dropAs}</p>
      {stances.map((stance) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: a place for the mouse; E on a highlight, and the menu of a source, do the same by key
        <div
          key={stance}
          className={classes.zone}
          data-stance={stance}
          data-over={over === stance || undefined}
          onDragEnter={() => setOver(stance)}
          onDragLeave={() => setOver((current) => (current === stance ? undefined : current))}
          onDragOver={(event) => {
            event.preventDefault()
            event.dataTransfer.dropEffect = 'link'
          }}
          onDrop={(event) => drop(event, stance)}
        >
          <span aria-hidden>{stanceShapes[stance]}</span> {stance === 'context' ? strings.insights.dropContext : strings.app[stance]}
        </div>
      ))}
    </div>
  )
}

function useIsEvidenceDragged(): boolean {
  const [isDragged, setIsDragged] = useState(false)
  useEffect(() => {
    const enter = (event: globalThis.DragEvent) => {
      const kind = draggedKind(event.dataTransfer)
      if (kind === 'highlight' || kind === 'source') setIsDragged(true)
    }
    const leave = (event: globalThis.DragEvent) => {
      // Out of the window: nothing is entered instead.
      if (event.relatedTarget === null) setIsDragged(false)
    }
    // After the drop itself has been handled.
    const end = () => setTimeout(() => setIsDragged(false), 0)
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', end, true)
    window.addEventListener('dragend', end, true)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', end, true)
      window.removeEventListener('dragend', end, true)
    }
  }, [])
  return isDragged
}
