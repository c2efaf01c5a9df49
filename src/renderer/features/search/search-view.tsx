// Every place that holds what was searched for, grouped by kind and record; Enter opens it, in a source at the passage.

import { type KeyboardEvent, useRef } from 'react'
import type { SearchHit } from '../../../core/contract/questions.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { strings } from '../../strings/strings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { moveFocusByKey } from '../../ui/move-focus.ts'
import { Pane } from '../../ui/pane.tsx'
import { FoundRecordCard } from './found-record.tsx'
import { groupHits, type HitGroup } from './group-hits.ts'
import { focusSearchField, searchResultsProps } from './result-focus.ts'
import classes from './search-view.module.css'
import { useReturnFocus } from './use-return-focus.ts'
import { type Found, useSearch } from './use-search.ts'

export type SearchViewProps = {
  query: string
  onOpenInsight: (id: RecordId<'insight'>) => void
  onOpenPassage: (passage: { source: RecordId<'source'>; highlight?: RecordId<'highlight'>; start?: number; end?: number }) => void
  onOpenSource: (id: RecordId<'source'>) => void
  onOpenReport: (id: RecordId<'report'>) => void
}

export function SearchView({ query, ...open }: SearchViewProps) {
  const { found, error, isLoading, isStopped } = useSearch(query)
  const groups = found ? groupHits(found.hits) : []
  return (
    <Pane label={strings.search.search} head={<SearchSummary query={query} found={found} isLoading={isLoading} groups={groups} />} tools={<Keys />}>
      {query.trim() === '' ? (
        <Teaching title={strings.search.emptyTitle} hints={strings.search.emptyHints} />
      ) : isStopped ? (
        <EmptyState title={strings.search.stopped(query)} />
      ) : error ? (
        <EmptyState title={error.message} />
      ) : found && found.hits.length === 0 && !isLoading ? (
        <Teaching title={strings.search.noneTitle(query)} hints={strings.search.noneHints} />
      ) : (
        <Results query={query} groups={groups} isOld={isLoading && found?.query !== query} onOpen={(hit) => openHit(hit, open)} />
      )}
    </Pane>
  )
}

type SummaryProps = { query: string; found: Found | undefined; isLoading: boolean; groups: readonly HitGroup[] }

/** A status: screen readers say the counts as they settle, without the focus leaving the field. */
function SearchSummary({ query, found, isLoading, groups }: SummaryProps) {
  const recordCount = groups.reduce((count, group) => count + group.records.length, 0)
  const text =
    query.trim() === ''
      ? ''
      : isLoading && found?.query !== query
        ? strings.search.searching(query)
        : !found || found.hits.length === 0
          ? ''
          : found.isComplete
            ? strings.search.found(recordCount, query)
            : strings.search.foundFirst(found.hits.length, query)
  return (
    <output className={classes.summary} title={text}>
      {text}
    </output>
  )
}

function Keys() {
  return (
    <span className={classes.keys} aria-hidden="true">
      <KeyHint keys="↑" /> <KeyHint keys="↓" /> {strings.search.keys} · <KeyHint keys="Enter" /> {strings.search.openKey}
    </span>
  )
}

function Teaching({ title, hints }: { title: string; hints: readonly string[] }) {
  return (
    <EmptyState title={title} steps={[{ action: 'search.focus', label: strings.search.write }]}>
      {hints.map((hint) => (
        <p key={hint}>{hint}</p>
      ))}
    </EmptyState>
  )
}

type ResultsProps = { query: string; groups: readonly HitGroup[]; isOld: boolean; onOpen: (hit: SearchHit) => void }

function Results({ query, groups, isOld, onOpen }: ResultsProps) {
  const list = useRef<HTMLDivElement>(null)
  const noteOpened = useReturnFocus(list, query, groups.length > 0 && !isOld)
  const open = (hit: SearchHit) => {
    noteOpened()
    onOpen(hit)
  }
  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    if (moveFocusByKey(event, focusSearchField)) return
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    focusSearchField()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys only move the focus between the buttons inside
    <div {...searchResultsProps} ref={list} className={classes.results} aria-busy={isOld} onKeyDown={handleKey}>
      {groups.map(({ table, records }) => (
        <section key={table} aria-label={strings.search.groups[table]} className={classes.group}>
          <h3 className={classes.heading}>
            {strings.search.groups[table]} <span className={classes.count}>{records.length}</span>
          </h3>
          {records.map((record) => (
            <FoundRecordCard key={record.id} record={record} onOpen={open} />
          ))}
        </section>
      ))}
    </div>
  )
}

function openHit(hit: SearchHit, open: Omit<SearchViewProps, 'query'>): void {
  if (hit.table === 'insights') open.onOpenInsight(hit.id as RecordId<'insight'>)
  else if (hit.table === 'reports') open.onOpenReport(hit.id as RecordId<'report'>)
  else if (hit.table === 'highlights' && hit.source) open.onOpenPassage({ source: hit.source, highlight: hit.id as RecordId<'highlight'> })
  else if (hit.table === 'sources') {
    const source = hit.id as RecordId<'source'>
    if (hit.start !== undefined && hit.end !== undefined) open.onOpenPassage({ source, start: hit.start, end: hit.end })
    else open.onOpenSource(source)
  }
}
