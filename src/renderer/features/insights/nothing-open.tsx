// What the insight pane shows while none is open: how to go on, or, in an empty notebook, how to begin.

import { useIsPast } from '../../notebook/past.ts'
import { useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { StartHere } from './start-here.tsx'

export function NothingOpen() {
  const isPast = useIsPast()
  const insights = useWatch('insights', {}, 0, 1)
  const sources = useWatch('sources', {}, 0, 1)
  if (insights.isLoading || sources.isLoading) return null
  if (insights.total + sources.total === 0) return isPast ? <EmptyState title={strings.history.nothingThen} /> : <StartHere />
  return (
    <EmptyState title={strings.insights.nothingOpen} steps={['insight.new']}>
      <p>{strings.insights.nothingOpenText}</p>
    </EmptyState>
  )
}
