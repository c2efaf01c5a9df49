// The list of sources.

import type { RecordId } from '../../../core/records/record-id.ts'
import { useWatch } from '../../notebook/use-watch.ts'
import { en } from '../../strings/en.ts'
import { Pane } from '../../ui/pane.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'

export type SourceListProps = { selected: RecordId<'source'> | undefined; onOpen: (id: RecordId<'source'>) => void }

export function SourceList({ selected, onOpen }: SourceListProps) {
  const { total, start, rows } = useWatch('sources', {})
  return (
    <Pane label={en.sources} scrolls={false}>
      <VirtualList
        label={en.sources}
        total={total}
        start={start}
        rows={rows}
        estimateHeight={64}
        onRange={() => {}}
        selectedId={selected}
        onSelect={(row) => onOpen(row.id)}
        renderRow={(row) => row.title}
      />
    </Pane>
  )
}
