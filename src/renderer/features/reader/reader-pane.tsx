// The pane in which a source is read.

import type { RecordId } from '../../../core/records/record-id.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { useRecord } from '../../notebook/use-watch.ts'
import { en } from '../../strings/en.ts'
import { Pane } from '../../ui/pane.tsx'

export type ReaderPaneProps = {
  id: RecordId<'source'>
  spotlight: { highlight?: RecordId<'highlight'>; start?: number; end?: number; nonce: number } | undefined
  activeInsight: RecordId<'insight'> | undefined
  onOpenInsight: (id: RecordId<'insight'>) => void
  onClose: () => void
}

export function ReaderPane({ id, onClose }: ReaderPaneProps) {
  const source = useRecord('source', id)
  const text = source?.revisions.at(-1)?.text
  const { value } = useAnswer('text.read', text && { text }, { follow: false })
  return (
    <Pane label={en.source} onClose={onClose}>
      <h1>{source?.title}</h1>
      {value?.readingText}
    </Pane>
  )
}
