// Panes side by side whose widths can be changed; in a narrow window one of them at a time, as tabs.

import { SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, Suspense, useMemo } from 'react'
import { Group, Panel } from 'react-resizable-panels'
import { strings } from '../strings/strings.ts'
import { PaneEdge } from './pane-edge.tsx'
import classes from './pane-group.module.css'
import { keepPaneSizes, readPaneSizes } from './pane-sizes.ts'

export type GroupedPane<Name extends string> = {
  name: Name
  label: string
  /** Share of the width in percent, and the least width, as react-resizable-panels takes them. */
  size: string
  minSize: string
  node: ReactNode
  /** Out of the way where there is room for all; a narrow window still has its tab. */
  isHidden?: boolean
}

type PaneGroupProps<Name extends string> = {
  panes: readonly GroupedPane<Name>[]
  /** Up to this width of the window they are tabs. */
  tabsUpToPx: number
  /** The tab that is shown; the first where there is no such pane. */
  shown: Name | undefined
  onShow: (name: Name) => void
  label: string
}

export function PaneGroup<Name extends string>({ panes, tabsUpToPx, shown, onShow, label }: PaneGroupProps<Name>) {
  const isNarrow = useMediaQuery(`(max-width: ${tabsUpToPx}px)`, undefined, { getInitialValueInEffect: false })
  if (isNarrow) {
    const current = panes.find(({ name }) => name === shown) ?? panes[0]
    return (
      <div className={classes.narrow}>
        <SegmentedControl
          aria-label={label}
          className={classes.tabs ?? ''}
          fullWidth
          size="xs"
          value={current?.name ?? ''}
          onChange={(name) => onShow(name as Name)}
          data={panes.map(({ name, label }) => ({ value: name, label }))}
        />
        <div className={classes.shown}>
          <Suspense fallback={null}>{current?.node}</Suspense>
        </div>
      </div>
    )
  }
  return <WidePanes panes={panes.filter(({ isHidden }) => !isHidden)} />
}

function WidePanes<Name extends string>({ panes }: { panes: readonly GroupedPane<Name>[] }) {
  const names = panes.map(({ name }) => name)
  const key = names.join(' ')
  // Every set of panes has widths of its own; the library asks for them whenever the set changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says the names
  const kept = useMemo(() => readPaneSizes(names), [key])
  return (
    <Group
      className={classes.group}
      orientation="horizontal"
      defaultLayout={kept}
      onLayoutChanged={(layout, { isUserInteraction }) => isUserInteraction && keepPaneSizes(names, layout)}
    >
      {panes.flatMap(({ name, size, minSize, node }, position) => [
        ...(position > 0
          ? [<PaneEdge key={`${name}-edge`} label={strings.app.widthOf(panes[position - 1]?.label ?? '')} className={classes.edge} />]
          : []),
        <Panel key={name} id={name} defaultSize={size} minSize={minSize} className={classes.panel}>
          <Suspense fallback={null}>{node}</Suspense>
        </Panel>,
      ])}
    </Group>
  )
}
