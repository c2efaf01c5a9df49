// What can be done with the whole list: its table for other programs, exchange rates, a new metric.

import { ActionIcon, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowsExchange, IconClipboardList, IconPlus } from '@tabler/icons-react'
import type { NotebookClient } from '../../../core/contract/notebook-client.ts'
import { csvTable, figuresTable, markdownTable } from '../../../core/ledger/figures-table.ts'
import type { FigureRow } from '../../../core/queries/ledger-queries.ts'
import type { QueryParams } from '../../../core/queries/queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAction } from '../../keys/actions.ts'
import { useKeyProps } from '../../keys/aria-keys.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { useIsPast } from '../../notebook/past.ts'
import { strings } from '../../strings/strings.ts'
import { copyText } from '../../ui/download.ts'
import { ActionKey } from '../../ui/key-hint.tsx'
import type { FigureFilter } from './figure-filters.tsx'
import type { LedgerFilter } from './use-ledger-filter.ts'

const words = strings.figures

type FigureToolsProps = {
  filter: FigureFilter
  fit: LedgerFilter
  among: RecordId<'metric'>[] | undefined
  isEmpty: boolean
  onRates: () => void
  onNew: () => void
}

export function FigureTools({ filter, fit, among, isEmpty, onRates, onNew }: FigureToolsProps) {
  const isPast = useIsPast()
  const readAll = useAllFigures(filter, fit, among)
  const copy = async (write: (rows: readonly (readonly string[])[]) => string) => {
    const figures = await readAll()
    const isCopied = await copyText(write(figuresTable(figures, words)))
    notifications.show(isCopied ? { message: words.copied(figures.length) } : { color: 'red', message: strings.reader.notCopied })
  }
  const copyMarkdown = () => void copy(markdownTable)
  const copyCsv = () => void copy(csvTable)
  useAction({ id: 'figures.copy-markdown', run: copyMarkdown, isEnabled: () => !isEmpty })
  useAction({ id: 'figures.copy-csv', run: copyCsv, isEnabled: () => !isEmpty })
  const ratesKeys = useKeyProps('figures.rates', words.rates)
  const newKeys = useKeyProps('figures.new-metric', words.newMetricAction)
  return (
    <>
      {!isEmpty && (
        <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label={words.copyMarkdown} title={words.copyMarkdown}>
              <IconClipboardList size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item rightSection={<ActionKey action="figures.copy-markdown" />} onClick={copyMarkdown}>
              {words.copyMarkdown}
            </Menu.Item>
            <Menu.Item rightSection={<ActionKey action="figures.copy-csv" />} onClick={copyCsv}>
              {words.copyCsv}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={words.rates} {...ratesKeys} onClick={onRates}>
        <IconArrowsExchange size={16} />
      </ActionIcon>
      {!isPast && (
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={words.newMetricAction} {...newKeys} onClick={onNew}>
          <IconPlus size={16} />
        </ActionIcon>
      )}
    </>
  )
}

/** As many as a watch gives at once. */
const pageLength = 500
const mostCopied = 100_000

/** Every figure that the list shows, in its order; a page after the other, so that no answer is megabytes. */
function useAllFigures({ group, state }: FigureFilter, fit: LedgerFilter, among: RecordId<'metric'>[] | undefined): () => Promise<FigureRow[]> {
  const client = useClient()
  return async () => {
    const byMetric = group !== 'source' && state !== 'unassigned'
    // By metric, the words narrow the names of metrics and not the figures.
    const metrics =
      byMetric && fit.filter !== '' ? await client.ask('list.ids', { query: 'metrics', params: { ...fit, ...(among ? { among } : {}) } }) : undefined
    const within = metrics?.ok ? (metrics.value as RecordId<'metric'>[]).slice(0, 10_000) : among
    const params = {
      ...(byMetric ? {} : fit),
      order: byMetric ? ('metric' as const) : ('source' as const),
      ...(within ? { metrics: within } : {}),
      ...(state === 'unassigned' ? { isUnassigned: true } : {}),
    }
    const figures: FigureRow[] = []
    for (let start = 0; start < mostCopied; start += pageLength) {
      const page = await readPage(client, params, start)
      figures.push(...page.rows)
      if (page.rows.length === 0 || figures.length >= page.total) break
    }
    return byMetric ? figures.sort((one, other) => (one.metricName < other.metricName ? -1 : one.metricName > other.metricName ? 1 : 0)) : figures
  }
}

type Page = { rows: readonly FigureRow[]; total: number }

function readPage(client: NotebookClient, params: QueryParams<'figures'>, start: number): Promise<Page> {
  return new Promise((resolve) => {
    const watch = client.watch('figures', params, { start, count: pageLength }, (page) => {
      watch.close()
      resolve(page)
    })
  })
}
