// The workbench: a list beside the two panes of the workspace; in a narrow window one of them at a time.

import { InsightList } from '../features/insights/insight-list.tsx'
import { InsightPane } from '../features/insights/insight-pane.tsx'
import { strings } from '../strings/strings.ts'
import { type GroupedPane, PaneGroup } from '../ui/pane-group.tsx'
import { SourceList } from './later-parts.tsx'
import { useNavigation } from './navigation.ts'
import classes from './workbench.module.css'
import { useLayoutSettings } from './workspace/layout-settings.ts'
import { TabbedPane } from './workspace/tabbed-pane.tsx'
import { activeTab, kindOf, type Side, sides, type Workspace } from './workspace/workspace.ts'

type PaneName = 'list' | Side

export function Workbench() {
  const pane = useNavigation((navigation) => navigation.pane)
  const workspace = useNavigation((navigation) => navigation.workspace)
  const go = useNavigation((navigation) => navigation.go)
  const isListHidden = useLayoutSettings((settings) => settings.isListHidden)
  const open = sides.filter((side) => workspace[side].tabs.length > 0)

  const panes: GroupedPane<PaneName>[] = open.map((side) => ({
    name: side,
    label: labelOf(workspace, side),
    size: open.length === 1 ? '73%' : side === 'left' ? '37%' : '36%',
    minSize: '320px',
    node: <TabbedPane key={side} side={side} />,
  }))
  if (open.length === 0) {
    panes.push({
      name: 'right',
      label: strings.app.insight,
      size: '60%',
      minSize: '320px',
      node: <InsightPane id={undefined} onOpenPassage={() => undefined} onOpenInsight={() => undefined} onClose={undefined} />,
    })
  }
  panes.unshift({
    name: 'list',
    label: strings.app.list,
    size: open.length > 0 ? '27%' : '40%',
    minSize: '220px',
    isHidden: isListHidden && open.length > 0,
    node: <List />,
  })
  return <PaneGroup panes={panes} tabsUpToPx={1000} shown={pane} onShow={(name) => go({ pane: name }, { replace: true })} label={strings.app.panes} />
}

function List() {
  const view = useNavigation((navigation) => navigation.view)
  const insight = useNavigation((navigation) => navigation.insight)
  const source = useNavigation((navigation) => navigation.source)
  const topic = useNavigation((navigation) => navigation.topic)
  const go = useNavigation((navigation) => navigation.go)
  return (
    <div data-region="list" className={classes.list}>
      {view === 'sources' ? (
        <SourceList selected={source} onOpen={(id) => go({ source: id })} />
      ) : (
        <InsightList topic={topic} selected={insight} onOpen={(id) => go({ insight: id })} onClearTopic={() => go({ topic: undefined })} />
      )}
    </div>
  )
}

/** What a narrow window calls a pane: by what it shows, with its side where both show the same. */
function labelOf(workspace: Workspace, side: Side): string {
  const kind = (each: Side) => {
    const tab = activeTab(workspace[each])
    return tab && kindOf(tab.document)
  }
  const label = kind(side) === 'source' ? strings.app.source : strings.app.insight
  return kind('left') === kind('right') ? strings.workspace.at[side](label) : label
}
