// The sentences of the timeline, in English.

import type { Band } from '../../charts/timeline-layout.ts'
import type { TimelineItem } from '../../ledger/ledger-answers.ts'

export const timelineWords = {
  timeline: 'Timeline',
  show: 'Timeline: every dated fact, insight and source',
  total: (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'dated thing' : 'dated things'}`,
  firstOf: (count: number) => `the first ${count.toLocaleString('en')} dated things`,
  bands: { facts: 'Figures and dates', insights: 'Insights', sources: 'Sources' } as const satisfies Readonly<Record<Band, string>>,
  kinds: { date: 'date', figure: 'figure', insight: 'insight', source: 'source' } as const satisfies Readonly<Record<TimelineItem['kind'], string>>,
  entity: 'Of whom',
  anyEntity: 'Every entity',
  topic: 'Topic',
  anyTopic: 'Every topic',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  all: 'Show all of it',
  earlier: 'Earlier',
  later: 'Later',
  shown: (from: string, to: string) => `${from} – ${to}`,
  line: 'Line of time: arrows go from one thing to the next, plus and minus zoom',
  more: (count: number) => `+${count.toLocaleString('en')}`,
  moreHere: (count: number) => `${count.toLocaleString('en')} more here: zoom in on them`,
  incomplete: 'Only the first things are shown: zoom in, or choose whom or which topic',
  empty: 'Nothing is dated yet',
  emptyHint:
    'Figures with a day or a period, dates that you keep, insights and sources with a date of publication stand here in a line. Keep a figure in the reader with F, and say of when it is.',
  noMatches: 'Nothing of this has a date',
  showAll: 'Show all',
  untitled: 'Untitled',
} as const
