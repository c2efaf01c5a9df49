// One document as a tab shows it: an insight to write in, or a source to read.

import { useMemo } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { InsightPane } from '../../features/insights/insight-pane.tsx'
import { ReaderPane } from '../later-parts.tsx'
import { useNavigation } from '../navigation.ts'
import { closeTab, kindOf, type TabDocument } from './workspace.ts'

export function DocumentView({ tab, document }: { tab: string; document: TabDocument }) {
  const { go, openPassage, change } = useNavigation.getState()
  const actions = useMemo(
    () => ({
      onOpenInsight: (insight: RecordId<'insight'>) => go({ insight }),
      onOpenPassage: openPassage,
      onOpenMetric: (metric: RecordId<'metric'>) => go({ view: 'figures', metric }),
      onClose: () => change((workspace) => closeTab(workspace, tab)),
    }),
    [go, openPassage, change, tab],
  )
  const { onOpenInsight, onOpenPassage, onOpenMetric, onClose } = actions
  if (kindOf(document) === 'insight')
    return <InsightPane id={document as RecordId<'insight'>} onOpenInsight={onOpenInsight} onOpenPassage={onOpenPassage} onClose={onClose} />
  return <SourceView id={document as RecordId<'source'>} onOpenInsight={onOpenInsight} onOpenMetric={onOpenMetric} onClose={onClose} />
}

type SourceViewProps = {
  id: RecordId<'source'>
  onOpenInsight: (id: RecordId<'insight'>) => void
  onOpenMetric: (id: RecordId<'metric'>) => void
  onClose: () => void
}

function SourceView({ id, ...actions }: SourceViewProps) {
  const spotlight = useNavigation((navigation) => navigation.spotlights.get(id))
  const activeInsight = useNavigation((navigation) => navigation.insight)
  return <ReaderPane id={id} spotlight={spotlight} activeInsight={activeInsight} {...actions} />
}
