// Seeded random commands on a notebook, from adding a source to emptying the trash: most fit, some are refused.

import type { MemoryNotebook } from '../../host/session/memory-notebook.ts'

export type Random = { next: () => number; below: (limit: number) => number; pick: <Item>(items: readonly Item[]) => Item }

/** Mulberry32: 32 bits of state, good enough to shuffle commands, and the same everywhere. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { next, below, pick: (items) => items[below(items.length)] as never }
}

const words = ['SoftBank', '软银', 'ソフトバンク', 'OpenAI', 'debt', 'Ａrm', 'bond', '__proto__', 'Élan', 'ß']
const topics = ['funding', '债券', '__proto__', 'constructor']

type Sent = { command: string; input: unknown; actor: string }

/** Ids come from short lists, so that commands meet: added twice, revised when gone, linked and then removed. */
export function randomCommand(random: Random, notebook: MemoryNotebook): Sent {
  const { pick, below } = random
  const actor = pick(['window-one', 'window-two'])
  const line = () => Array.from({ length: 1 + below(3) }, () => pick(words)).join(' ')
  const idsOf = (table: 'insights' | 'sources' | 'highlights' | 'evidence' | 'entities' | 'reports') =>
    [...notebook.view.heads(table)].map(({ id }) => id)
  const some = (table: Parameters<typeof idsOf>[0], fallback: string) => {
    const ids = idsOf(table)
    return ids.length > 0 && below(20) > 0 ? pick(ids) : fallback
  }
  const insight = () => some('insights', 'insight:none')
  const source = () => some('sources', 'source:none')
  const highlight = () => some('highlights', 'highlight:none')
  const report = () => some('reports', 'report:none')
  const removable = () => pick([insight, source, highlight, report, () => some('evidence', 'evidence:none'), () => some('entities', 'entity:none')])()
  const send = (command: string, input: unknown): Sent => ({ command, input, actor })
  const kinds: (() => Sent)[] = [
    () =>
      send('insight.add', {
        ...(below(3) === 0 ? { id: `insight:${pick(['a', 'b', '__proto__', 'c'])}` } : {}),
        title: line(),
        body: line(),
        kind: pick(['fact', 'forecast', 'question']),
        topics: [...new Set([pick(topics), pick(topics)])].slice(below(2)),
      }),
    () =>
      send('insight.revise', {
        id: insight(),
        ...pick([{ title: line() }, { body: line() }, { status: pick(['draft', 'reviewed']) }, { topics: [pick(topics)] }]),
      }),
    () => send('insight.remove', { id: insight() }),
    () =>
      send('source.add', {
        title: line(),
        publisher: pick(words),
        published: pick(['', '2025', '2025-11']),
        markdown: `${line()}\n\n**${line()}** ${line()}.`,
      }),
    () =>
      send('source.revise', {
        id: source(),
        ...pick([{ title: line() }, { publisher: line() }, { published: '2024-01-02' }, { authors: [line()] }]),
      }),
    () => send('highlight.add', { source: source(), start: below(6), end: 6 + below(4), colour: pick(['yellow', 'green', 'blue']) }),
    () => send('highlight.add', { source: source(), start: below(6), end: 6 + below(4) }),
    () => send('highlight.revise', { id: highlight(), ...pick([{ colour: 'pink' }, { comment: line() }]) }),
    () => send('evidence.add', { insight: insight(), highlight: highlight(), stance: pick(['supports', 'contradicts', 'context']) }),
    () => send('evidence.add', { insight: insight(), source: source(), stance: pick(['supports', 'contradicts', 'context']) }),
    () => send('evidence.revise', { id: some('evidence', 'evidence:none'), stance: pick(['supports', 'context']) }),
    () => send('entity.add', { names: [{ name: line(), language: '' }] }),
    () => send('report.add', { title: line(), outline: [] }),
    () => send('report.insert-item', { id: report(), item: { key: `k${below(5)}`, type: 'insight', insight: insight() } }),
    () => send('report.insert-item', { id: report(), item: { key: `k${below(5)}`, type: 'prose', markdown: line() } }),
    () => send('report.remove-item', { id: report(), key: `k${below(5)}` }),
    () => send('trash.remove', { ids: [removable()] }),
    () => send('trash.remove', { ids: [removable(), removable()] }),
    () => send('trash.restore', { ids: [pick([removable(), trashed(notebook, random) ?? removable()])] }),
    () => send('trash.restore', { ids: [trashed(notebook, random) ?? insight()] }),
    () => send('trash.delete', { ids: [trashed(notebook, random) ?? insight()] }),
    () => (below(8) === 0 ? send('trash.empty', {}) : send('insight.revise', { id: insight(), title: line() })),
    () => send('history.undo', {}),
    () => send('history.redo', {}),
  ]
  return pick(kinds)()
}

function trashed(notebook: MemoryNotebook, { pick }: Random): string | undefined {
  const tables = ['insights', 'sources', 'highlights', 'evidence', 'entities', 'reports'] as const
  const ids = tables.flatMap((table) =>
    [...notebook.view.heads(table)].filter(({ removedAt }) => removedAt !== undefined).map(({ id }) => id as string),
  )
  return ids.length > 0 ? pick(ids) : undefined
}

/** Parameters for every query, leading to records that are there and to some that are not. */
export function randomParams(random: Random, notebook: MemoryNotebook): { query: string; params: unknown; page: { start: number; count: number } } {
  const { pick, below } = random
  const idOf = (table: 'insights' | 'sources' | 'highlights' | 'reports', fallback: string) => {
    const ids = [...notebook.view.heads(table)].map(({ id }) => id as string)
    return ids.length > 0 && below(10) > 0 ? pick(ids) : fallback
  }
  const page = { start: pick([0, 0, 0, 1, 3, 50]), count: pick([1, 2, 5, 100]) }
  const filter = pick(['', '', pick(words), 'softbank', 'arm', '软'])
  const queries: [string, () => unknown][] = [
    [
      'insights',
      () => ({
        filter,
        order: pick(['updated', 'created', 'title']),
        ...pick([{}, {}, { topic: pick(topics) }, { kind: 'fact' }, { status: 'reviewed' }]),
      }),
    ],
    ['insight', () => ({ id: idOf('insights', 'insight:none') })],
    [
      'evidence',
      () =>
        pick([
          { insight: idOf('insights', 'insight:none') },
          { highlight: idOf('highlights', 'highlight:none') },
          { source: idOf('sources', 'source:none') },
          {},
        ]),
    ],
    ['sources', () => ({ filter, order: pick(['added', 'published', 'title']) })],
    ['source', () => ({ id: idOf('sources', 'source:none') })],
    ['highlights', () => ({ source: idOf('sources', 'source:none') })],
    ['reports', () => ({ filter })],
    ['report', () => ({ id: idOf('reports', 'report:none') })],
    ['trash', () => ({})],
  ]
  const [query, paramsOf] = pick(queries)
  return { query, params: paramsOf(), page }
}
