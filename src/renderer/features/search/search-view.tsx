// What holds the words that were searched for.

import type { RecordId } from '../../../core/records/record-id.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { enSearch } from '../../strings/en-search.ts'
import { Pane } from '../../ui/pane.tsx'

export type SearchViewProps = {
  query: string
  onOpenInsight: (id: RecordId<'insight'>) => void
  onOpenPassage: (passage: { source: RecordId<'source'>; highlight?: RecordId<'highlight'>; start?: number; end?: number }) => void
  onOpenSource: (id: RecordId<'source'>) => void
  onOpenReport: (id: RecordId<'report'>) => void
}

export function SearchView({ query }: SearchViewProps) {
  const { value } = useAnswer('search', query === '' ? undefined : { query })
  return (
    <Pane label={enSearch.search}>
      {value?.hits.map((hit) => (
        <p key={`${hit.id} ${hit.field} ${hit.start}`}>{hit.title}</p>
      ))}
    </Pane>
  )
}
