// What the palette lists for what was typed: commands, things by their titles and topics in one ranking, and what to do where nothing fits.

import type { FoundTitle, TitledTable } from '../../../core/contract/questions.ts'
import { compareFits, type Fit, fitRanks, fitTitle, fitWords, prepareTyped, type Typed } from '../../../core/finding/fit-title.ts'
import { foldText } from '../../../core/finding/fold-text.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { type ActionId, catalogue } from '../../keys/catalogue.ts'
import { strings } from '../../strings/strings.ts'

export type PaletteRow =
  | { kind: 'command'; key: string; action: ActionId; title: string; detail: string }
  | { kind: 'thing'; key: string; table: TitledTable; id: RecordId; title: string; detail: string; language: string }
  | { kind: 'topic'; key: string; topic: string; title: string; detail: string }
  | { kind: 'offer'; key: string; offer: 'search' | 'new'; text: string; title: string; detail: string }

export type PaletteGroup = { label: string; rows: readonly PaletteRow[] }

/** `>` narrows to commands, `#` to topics, `@` to sources. */
export type PaletteScope = 'everything' | 'commands' | 'topics' | 'sources'
export type PaletteQuery = { scope: PaletteScope; text: string }

const scopes: Readonly<Record<string, PaletteScope>> = {
  '>': 'commands',
  '＞': 'commands',
  '#': 'topics',
  '＃': 'topics',
  '@': 'sources',
  '＠': 'sources',
}

export function readQuery(typed: string): PaletteQuery {
  const scope = scopes[typed.charAt(0)]
  return scope ? { scope, text: typed.slice(1).trim() } : { scope: 'everything', text: typed.trim() }
}

export type PaletteFacts = {
  commands: readonly ActionId[]
  /** Of actions, the latest first. */
  recentCommands: readonly string[]
  topics: readonly { name: string; count: number }[]
  things: readonly FoundTitle[]
}

const otherNames: Readonly<Partial<Record<ActionId, readonly string[]>>> = strings.palette.otherNames

type Ranked = { fit: Pick<Fit, 'rank' | 'spread'>; row: PaletteRow }

/** Rows that a person can look through; what comes after them is found by typing more. */
const mostRows = 60
const recentThings = 8

export function paletteGroups({ scope, text }: PaletteQuery, facts: PaletteFacts): PaletteGroup[] {
  const words = strings.palette
  const isWanted = (kind: PaletteScope) => scope === 'everything' || scope === kind
  const commands = isWanted('commands') ? rankCommands(text, facts) : []
  const topics = isWanted('topics') && (text !== '' || scope === 'topics') ? rankTopics(text, facts) : []
  const things = isWanted('sources') ? facts.things.map((thing) => ({ fit: thing, row: thingRow(thing) })) : []
  if (text === '' && scope === 'everything') {
    return withoutEmpty([
      { label: words.recent, rows: things.slice(0, recentThings).map(({ row }) => row) },
      { label: words.commands, rows: commands.map(({ row }) => row) },
    ])
  }
  // Stable: of equal fits commands come before topics and things, each in its own order.
  const ranked = [...commands, ...topics, ...things].sort((one, other) => compareFits(one.fit, other.fit)).map(({ row }) => row)
  const label = { everything: words.results, commands: words.commands, topics: words.topicsLabel, sources: words.sourcesLabel }[scope]
  return withoutEmpty([
    { label, rows: ranked.slice(0, mostRows) },
    { label: words.kinds.offer, rows: text !== '' && scope === 'everything' ? offers(text, facts.commands.includes('insight.new')) : [] },
  ])
}

function withoutEmpty(groups: PaletteGroup[]): PaletteGroup[] {
  return groups.filter(({ rows }) => rows.length > 0)
}

function rankCommands(text: string, { commands, recentCommands }: PaletteFacts): Ranked[] {
  const typed = prepareTyped(text)
  const recency = (action: ActionId) => {
    const position = recentCommands.indexOf(action)
    return position < 0 ? recentCommands.length : position
  }
  return commands
    .flatMap((action): (Ranked & { recency: number })[] => {
      const { title, menu } = catalogue[action]
      const detail = strings.desktop.menus[menu]
      const fit = fitTitle(foldText(title), typed)
      if (fit) return [{ fit, recency: recency(action), row: { kind: 'command', key: action, action, title, detail } }]
      const other = fitOtherName(action, typed)
      if (!other) return []
      return [{ fit: other.fit, recency: recency(action), row: { kind: 'command', key: action, action, title, detail: `${detail} · ${other.name}` } }]
    })
    .sort((one, other) => compareFits(one.fit, other.fit) || one.recency - other.recency)
}

/** By what people call an action elsewhere, from its first letters: behind whatever is really called so, before letters that are only scattered. */
function fitOtherName(action: ActionId, typed: Typed): { name: string; fit: Ranked['fit'] } | undefined {
  if (typed.text === '') return undefined
  const names: readonly string[] = otherNames[action] ?? []
  const name = names.find((each) => (fitWords(foldText(each), typed)?.rank ?? fitRanks.letters) <= fitRanks.word)
  return name === undefined ? undefined : { name, fit: { rank: fitRanks.inside, spread: 0 } }
}

function rankTopics(text: string, { topics }: PaletteFacts): Ranked[] {
  const typed = prepareTyped(text)
  return topics
    .flatMap(({ name, count }): Ranked[] => {
      const fit = fitTitle(foldText(name), typed)
      const row: PaletteRow = { kind: 'topic', key: `topic ${name}`, topic: name, title: name, detail: strings.palette.topicCount(count) }
      return fit ? [{ fit, row }] : []
    })
    .sort((one, other) => compareFits(one.fit, other.fit))
}

function thingRow({ table, id, title, detail, language }: FoundTitle): PaletteRow {
  return { kind: 'thing', key: id, table, id, title: title.trim() || strings.palette.untitled, detail, language }
}

function offers(text: string, canAdd: boolean): PaletteRow[] {
  return [
    { kind: 'offer', key: 'search', offer: 'search', text, title: strings.palette.searchFor(text), detail: '' },
    ...(canAdd ? [{ kind: 'offer', key: 'new', offer: 'new', text, title: strings.palette.newCalled(text), detail: '' } as const] : []),
  ]
}
