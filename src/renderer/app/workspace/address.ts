// The address of what is shown, after the #: the view, what narrows it, and the documents in both panes. It can be copied, pasted and kept.

import type { RecordId } from '../../../core/records/record-id.ts'
import { isTabDocument, kindOf, type TabDocument } from './workspace.ts'

export type View = 'insights' | 'sources' | 'reports' | 'figures' | 'timeline' | 'audit' | 'trash' | 'search' | 'backups' | 'damage'
export const views: readonly View[] = ['insights', 'sources', 'reports', 'figures', 'timeline', 'audit', 'trash', 'search', 'backups', 'damage']

/** The part of a place that is not in a tab. */
export type Where = {
  readonly view: View
  readonly report?: RecordId<'report'> | undefined
  readonly metric?: RecordId<'metric'> | undefined
  /** Only insights of this topic are listed. */
  readonly topic?: string | undefined
  readonly query?: string | undefined
  /** What a narrow window shows. */
  readonly pane?: 'list' | 'left' | 'right' | undefined
}

export type Addressed = { where: Where; left?: TabDocument | undefined; right?: TabDocument | undefined }

/** Nothing in it that Footing does not know does harm: it is left out. */
export function readAddress(hash: string): Addressed {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?')
  const params = new URLSearchParams(search)
  const read = (name: string) => params.get(name) ?? undefined
  const document = (name: string, kind?: 'insight' | 'source') => {
    const value = read(name)
    return isTabDocument(value) && (kind === undefined || kindOf(value) === kind) ? value : undefined
  }
  const report = read('report')
  const metric = read('metric')
  return {
    where: {
      view: views.find((name) => name === path) ?? 'insights',
      report: report?.startsWith('report:') ? (report as RecordId<'report'>) : undefined,
      metric: metric?.startsWith('metric:') ? (metric as RecordId<'metric'>) : undefined,
      topic: read('topic'),
      query: read('query'),
      pane: readPane(read('pane')),
    },
    left: document('left') ?? document('source', 'source'),
    right: document('right') ?? document('insight', 'insight'),
  }
}

export function toAddress({ where: { view, report, metric, topic, query, pane }, left, right }: Addressed): string {
  const params = new URLSearchParams()
  const add = (name: string, value: string | undefined) => value && params.set(name, value)
  // The ordinary arrangement is said by what lies open; only another one needs its sides named.
  if (right) add(kindOf(right) === 'insight' ? 'insight' : 'right', right)
  if (left) add(kindOf(left) === 'source' ? 'source' : 'left', left)
  add('report', report)
  add('metric', metric)
  add('topic', topic)
  add('query', query)
  add('pane', pane)
  const search = params.toString()
  return `#/${view}${search ? `?${search}` : ''}`
}

/** A pane may also be named by what it holds in the ordinary arrangement. */
export function readPane(pane: string | undefined): Where['pane'] {
  switch (pane) {
    case 'list':
    case 'left':
    case 'right':
      return pane
    case 'source':
      return 'left'
    case 'insight':
      return 'right'
    default:
      return undefined
  }
}
