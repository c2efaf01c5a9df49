// The pane in which a source is read: loads what it needs and shows it, or says why it cannot.

import { useMemo } from 'react'
import { renderAsRead } from '../../../core/markdown/render-as-read.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { useRecord } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Pane } from '../../ui/pane.tsx'
import { ReaderView, type ReaderViewProps } from './reader-view.tsx'
import { useHighlights } from './use-highlights.ts'

export type ReaderPaneProps = Pick<ReaderViewProps, 'spotlight' | 'activeInsight' | 'onOpenInsight' | 'onOpenMetric' | 'onClose'> & {
  id: RecordId<'source'>
}

export function ReaderPane({ id, ...props }: ReaderPaneProps) {
  const source = useRecord('source', id)
  const text = source?.revisions.at(-1)?.text
  const { value: read, error } = useAnswer('text.read', text && { text }, { follow: false })
  const highlights = useHighlights(id)
  const html = useMemo(() => (read ? renderAsRead(read.markdown, read.readingText).html : undefined), [read])

  if (source && text && read && html !== undefined && highlights) {
    return <ReaderView source={source} text={text} readingText={read.readingText} html={html} highlights={highlights} {...props} />
  }
  return (
    <Pane label={strings.reader.source} onClose={props.onClose}>
      {source === null ? (
        <EmptyState title={strings.reader.gone} steps={['view.trash']}>
          {strings.reader.goneHint}
        </EmptyState>
      ) : error ? (
        <EmptyState title={strings.reader.unreadable}>{error.message}</EmptyState>
      ) : (
        <p role="status">{strings.reader.loading}</p>
      )}
    </Pane>
  )
}
