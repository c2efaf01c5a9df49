// Where the window is: the view, and the source, insight and report that lie open. Kept in the address, so that back, forward and reload work.

import { create } from 'zustand'
import type { RecordId } from '../../core/records/record-id.ts'

export type View = 'insights' | 'sources' | 'reports' | 'trash' | 'search'
const views: readonly View[] = ['insights', 'sources', 'reports', 'trash', 'search']

export type Place = {
  view: View
  insight?: RecordId<'insight'> | undefined
  source?: RecordId<'source'> | undefined
  report?: RecordId<'report'> | undefined
  /** Only insights of this topic are listed. */
  topic?: string | undefined
  query?: string | undefined
  /** The pane that a narrow window shows. */
  pane?: 'list' | 'source' | 'insight' | undefined
}

/** A passage that the reader should scroll to and flash; `nonce` makes asking twice for the same passage two askings. */
export type Spotlight = { source: RecordId<'source'>; highlight?: RecordId<'highlight'>; start?: number; end?: number; nonce: number }

type Navigation = Place & {
  spotlight: Spotlight | undefined
  go: (place: Partial<Place>, options?: { replace?: boolean }) => void
  openPassage: (passage: Omit<Spotlight, 'nonce'>) => void
}

export const useNavigation = create<Navigation>((set, get) => ({
  ...readAddress(),
  spotlight: undefined,
  go: (change, options = {}) => {
    const { view, insight, source, report, topic, query, pane } = { ...get(), ...change }
    const place: Place = { view, insight, source, report, topic, query, pane }
    set(place)
    const address = toAddress(place)
    if (address === location.hash) return
    if (options.replace) history.replaceState(null, '', address)
    else history.pushState(null, '', address)
  },
  openPassage: (passage) => {
    const { view, go } = get()
    go({ source: passage.source, pane: 'source', ...(view === 'insights' || view === 'sources' ? {} : { view: 'sources' }) })
    set({ spotlight: { ...passage, nonce: Math.random() } })
  },
}))

/** Call once: follows the browser's back and forward. */
export function followAddress(): void {
  window.addEventListener('popstate', () =>
    useNavigation.setState({
      insight: undefined,
      source: undefined,
      report: undefined,
      topic: undefined,
      query: undefined,
      pane: undefined,
      ...readAddress(),
    }),
  )
}

function readAddress(): Place {
  const [path = '', search = ''] = location.hash.replace(/^#\/?/, '').split('?')
  const params = new URLSearchParams(search)
  const view = views.find((name) => name === path) ?? 'insights'
  const read = (name: string) => params.get(name) ?? undefined
  return {
    view,
    insight: read('insight') as Place['insight'],
    source: read('source') as Place['source'],
    report: read('report') as Place['report'],
    topic: read('topic'),
    query: read('query'),
    pane: read('pane') as Place['pane'],
  }
}

function toAddress({ view, ...rest }: Place): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(rest)) if (value) params.set(name, value)
  const search = params.toString()
  return `#/${view}${search ? `?${search}` : ''}`
}
