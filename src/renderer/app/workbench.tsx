// The workbench: a list beside the source and the insight that lie open; in a narrow window one of them at a time, as tabs.

import { InsightList } from '../features/insights/insight-list.tsx'
import { InsightPane } from '../features/insights/insight-pane.tsx'
import { strings } from '../strings/strings.ts'
import { type GroupedPane, PaneGroup } from '../ui/pane-group.tsx'
import { ReaderPane, SourceList } from './later-parts.tsx'
import { type Place, useNavigation } from './navigation.ts'

type PaneName = NonNullable<Place['pane']>

export function Workbench() {
  const { view, insight, source, topic, pane, spotlight, go, openPassage } = useNavigation()
  const openInsight = (id: NonNullable<Place['insight']>) =>
    go({ insight: id, pane: 'insight', ...(view === 'insights' || view === 'sources' ? {} : { view: 'insights' }) })
  const openSource = (id: NonNullable<Place['source']>) => go({ source: id, pane: 'source' })

  const panes: GroupedPane<PaneName>[] = [
    {
      name: 'list',
      label: strings.app.list,
      size: source || insight ? '27' : '40',
      minSize: '220px',
      node:
        view === 'sources' ? (
          <SourceList selected={source} onOpen={openSource} />
        ) : (
          <InsightList topic={topic} selected={insight} onOpen={openInsight} onClearTopic={() => go({ topic: undefined })} />
        ),
    },
  ]
  if (source) {
    panes.push({
      name: 'source',
      label: strings.app.source,
      size: insight ? '37' : '73',
      minSize: '320px',
      node: (
        <ReaderPane
          key={source}
          id={source}
          spotlight={spotlight?.source === source ? spotlight : undefined}
          activeInsight={insight}
          onOpenInsight={openInsight}
          onClose={() => go({ source: undefined, pane: insight ? 'insight' : 'list' })}
        />
      ),
    })
  }
  if (insight || !source) {
    panes.push({
      name: 'insight',
      label: strings.app.insight,
      size: source ? '36' : insight ? '73' : '60',
      minSize: '320px',
      node: (
        <InsightPane
          key={insight}
          id={insight}
          onOpenPassage={openPassage}
          onOpenInsight={openInsight}
          onClose={insight ? () => go({ insight: undefined, pane: source ? 'source' : 'list' }) : undefined}
        />
      ),
    })
  }

  return <PaneGroup panes={panes} tabsUpToPx={1000} shown={pane} onShow={(name) => go({ pane: name }, { replace: true })} label={strings.app.panes} />
}
