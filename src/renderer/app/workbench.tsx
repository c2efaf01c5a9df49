// The workbench: a list beside the source and the insight that lie open; in a narrow window one of them at a time, as tabs.

import { SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, Suspense } from 'react'
import { Group, Panel } from 'react-resizable-panels'
import { InsightList } from '../features/insights/insight-list.tsx'
import { InsightPane } from '../features/insights/insight-pane.tsx'
import { en } from '../strings/en.ts'
import { PaneEdge } from '../ui/pane-edge.tsx'
import { ReaderPane, SourceList } from './later-parts.tsx'
import { type Place, useNavigation } from './navigation.ts'
import classes from './workbench.module.css'

type PaneName = NonNullable<Place['pane']>
type OpenPane = { name: PaneName; label: string; size: string; minSize: string; node: ReactNode }

export function Workbench() {
  const { view, insight, source, topic, pane, spotlight, go, openPassage } = useNavigation()
  const isNarrow = useMediaQuery('(max-width: 1000px)', undefined, { getInitialValueInEffect: false })
  const openInsight = (id: NonNullable<Place['insight']>) =>
    go({ insight: id, pane: 'insight', ...(view === 'insights' || view === 'sources' ? {} : { view: 'insights' }) })
  const openSource = (id: NonNullable<Place['source']>) => go({ source: id, pane: 'source' })

  const panes: OpenPane[] = [
    {
      name: 'list',
      label: en.list,
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
      label: en.source,
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
      label: en.insight,
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

  if (isNarrow) {
    const shown = panes.find(({ name }) => name === pane) ?? panes[0]
    return (
      <div className={classes.narrow}>
        <SegmentedControl
          aria-label={en.panes}
          className={classes.tabs ?? ''}
          fullWidth
          size="xs"
          value={shown?.name ?? 'list'}
          onChange={(name) => go({ pane: name as PaneName }, { replace: true })}
          data={panes.map(({ name, label }) => ({ value: name, label }))}
        />
        <div className={classes.shown}>
          <Suspense fallback={null}>{shown?.node}</Suspense>
        </div>
      </div>
    )
  }
  return (
    <Group className={classes.group} orientation="horizontal">
      {panes.flatMap(({ name, size, minSize, node }, position) => [
        ...(position > 0 ? [<PaneEdge key={`${name}-edge`} label={en.widthOf(panes[position - 1]?.label ?? '')} className={classes.edge} />] : []),
        <Panel key={name} id={name} defaultSize={size} minSize={minSize} className={classes.panel}>
          <Suspense fallback={null}>{node}</Suspense>
        </Panel>,
      ])}
    </Group>
  )
}
