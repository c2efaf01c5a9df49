// The figures of the notebook: what is kept, by metric, source or entity, how it agrees, and what a metric rests on beside it.

import { useState } from 'react'
import type { MetricState } from '../../../core/ledger/metric-standing.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAction } from '../../keys/actions.ts'
import { useIsPast } from '../../notebook/past.ts'
import { strings } from '../../strings/strings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Pane } from '../../ui/pane.tsx'
import { type FigureFilter, FigureFilters, noFilter } from './figure-filters.tsx'
import { FigureList } from './figure-list.tsx'
import { FigureTools } from './figure-tools.tsx'
import classes from './figures-view.module.css'
import { MetricDetail } from './metric-detail.tsx'
import { MetricDialog } from './metric-dialog.tsx'
import { MetricList } from './metric-list.tsx'
import { RatesDialog } from './rates-dialog.tsx'
import { useLedgerFilter } from './use-ledger-filter.ts'
import { useLedgerOverview } from './use-ledger-overview.ts'

const words = strings.figures

export type FiguresPlaces = {
  /** Its words are shown in the reader; two are shown beside each other. */
  onOpenPassages: (passages: readonly { source: RecordId<'source'>; start: number; end: number }[]) => void
  onOpenMetric: (metric: RecordId<'metric'> | undefined) => void
}

export function FiguresView({ metric, ...places }: { metric: RecordId<'metric'> | undefined } & FiguresPlaces) {
  const [filter, setFilter] = useState<FigureFilter>(noFilter)
  const [dialog, setDialog] = useState<'new' | 'edit' | 'rates'>()
  const isPast = useIsPast()
  const overview = useLedgerOverview()
  const among = filter.state === undefined || filter.state === 'unassigned' ? undefined : metricsOf(overview?.states ?? [], filter.state)
  const fit = useLedgerFilter(filter.words)
  const showsFigures = filter.group === 'source' || filter.state === 'unassigned'
  const isEmpty = overview !== undefined && overview.figures === 0 && overview.metrics === 0
  const close = () => setDialog(undefined)
  useAction({ id: 'figures.new-metric', run: () => setDialog('new') })
  useAction({ id: 'figures.edit', run: () => setDialog('edit'), isEnabled: () => metric !== undefined })
  useAction({ id: 'figures.rates', run: () => setDialog('rates') })
  const noMatches = (
    <EmptyState title={words.noMatches}>
      <p>{words.noMatchesHint}</p>
      <button type="button" className={classes.link} onClick={() => setFilter({ ...noFilter, group: filter.group })}>
        {words.showAll}
      </button>
    </EmptyState>
  )

  return (
    <div className={classes.view} data-shows={metric ? 'metric' : 'list'}>
      <Pane
        label={words.figures}
        scrolls={false}
        head={overview && <span className={classes.total}>{words.totals(overview.figures, overview.metrics)}</span>}
        tools={
          <FigureTools filter={filter} fit={fit} among={among} isEmpty={isEmpty} onRates={() => setDialog('rates')} onNew={() => setDialog('new')} />
        }
      >
        {isEmpty ? (
          <EmptyState title={words.empty} steps={['view.sources']}>
            <p>{words.emptyHint}</p>
          </EmptyState>
        ) : (
          <>
            <FigureFilters filter={filter} overview={overview} onChange={setFilter} />
            <div className={classes.rows}>
              {showsFigures ? (
                <FigureList filter={filter} fit={fit} among={among} noMatches={noMatches} {...places} />
              ) : (
                <MetricList filter={filter} fit={fit} among={among} selected={metric} noMatches={noMatches} onOpen={places.onOpenMetric} />
              )}
            </div>
          </>
        )}
      </Pane>
      {metric ? (
        <MetricDetail key={metric} id={metric} onEdit={isPast ? undefined : () => setDialog('edit')} {...places} />
      ) : (
        <Pane label={words.detail}>{!isEmpty && <p className={classes.note}>{words.chooseOne}</p>}</Pane>
      )}
      {dialog === 'new' && (
        <MetricDialog
          id={undefined}
          onClose={close}
          onSaved={(id) => {
            close()
            places.onOpenMetric(id)
          }}
        />
      )}
      {dialog === 'edit' && metric && <MetricDialog id={metric} onClose={close} onSaved={close} />}
      {dialog === 'rates' && <RatesDialog onClose={close} />}
    </div>
  )
}

function metricsOf(states: readonly [MetricState, RecordId<'metric'>[]][], wanted: MetricState): RecordId<'metric'>[] {
  return states.find(([state]) => state === wanted)?.[1] ?? []
}
