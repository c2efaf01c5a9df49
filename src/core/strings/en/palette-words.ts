// Every sentence of the palette, in English.

import { otherNames } from './other-names.ts'

export const paletteWords = {
  palette: 'Command palette',
  show: 'Go to anything, run anything',
  placeholder: 'Type a title, a topic or a command',
  results: 'Found',
  recent: 'Recent',
  commands: 'Commands',
  topicsLabel: 'Topics',
  sourcesLabel: 'Sources',
  kinds: { insights: 'Insight', sources: 'Source', reports: 'Report', command: 'Command', topic: 'Topic', offer: 'Otherwise' },
  untitled: 'Untitled',
  topicCount: (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'insight' : 'insights'}`,
  searchFor: (text: string) => `Search everything for “${text}”`,
  newCalled: (text: string) => `New insight called “${text}”`,
  /** Said to those who do not see the list. */
  count: (count: number) => (count === 0 ? 'Nothing found' : `${count} ${count === 1 ? 'result' : 'results'}`),
  nothing: 'Nothing by that name',
  onlyCommands: 'commands',
  onlyTopics: 'topics',
  onlySources: 'sources',
  move: 'move',
  open: 'open',
  openBeside: 'open beside',
  otherNames,
} as const
