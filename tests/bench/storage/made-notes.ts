// Notes as an analyst has them after years, made from a seed: about 1.5 KB of Markdown each, titles, topics and dates that differ.

import type { Insight } from '../../../src/core/records/insight.ts'
import type { RecordId } from '../../../src/core/records/record-id.ts'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import type { OpenNotebook } from '../../../src/host/opened-notebook.ts'

const words =
  'SoftBank sold its entire stake in NVIDIA for billion and invests OpenAI debt bonds yields spread Arizona plan demand supply capital market value round growth chip data centre the of to'.split(
    ' ',
  )
const topics = ['debt', 'openai', 'nvidia', 'bonds', 'valuation', 'data centres']
const kinds = ['fact', 'interpretation', 'forecast', 'question'] as const
const statuses = ['draft', 'reviewed', 'retired'] as const

/** mulberry32: 32 bits of state are enough for text that nobody reads. */
export function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Joined, so that it is one flat string as what comes over a wire is: a string put together by `+` is flattened at its first use, at its user's cost. */
export function makeText(random: () => number, length: number): string {
  const parts: string[] = []
  for (let made = 0; made < length; made += (parts.at(-1) as string).length)
    parts.push(`${words[Math.floor(random() * words.length)]}${random() < 0.08 ? '.\n\n' : ' '}`)
  return parts.join('')
}

export function makeNotes(count: number, seed = 1): Insight[] {
  const random = makeRandom(seed)
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value
  const randomMoment = () => new Date(1_600_000_000_000 + random() * 160_000_000_000).toISOString()
  return Array.from({ length: count }, (_, index) => ({
    id: `insight:${Math.floor(random() * 2 ** 48)
      .toString(32)
      .padStart(10, '0')}${index.toString(32).padStart(6, '0')}` as RecordId<'insight'>,
    title: makeText(random, 30 + random() * 30).replaceAll('\n', ' '),
    body: makeText(random, 1_500),
    kind: pick(kinds),
    status: pick(statuses),
    confidence: 'medium' as const,
    topics: random() < 0.5 ? [] : [pick(topics)],
    rev: 1,
    createdSeq: index + 1,
    createdAt: randomMoment(),
    updatedAt: randomMoment(),
  }))
}

/** A notebook on disk that holds the notes in its snapshot, as if it had been filled long ago. */
export async function makeNotebook(folder: string, notes: readonly Insight[]): Promise<void> {
  const notebook = await openNotebook(folder, { create: { title: 'Bench' } })
  for (const note of notes) notebook.tables.maps.get('insights')?.set(note.id, note)
  await notebook.snapshot()
  await notebook.close()
}

/** `count` edits of the notebook's first insights, in groups, left in the journal. */
export async function makeEdits(notebook: OpenNotebook, ids: readonly RecordId[], count: number): Promise<void> {
  const random = makeRandom(2)
  for (let start = 0; start < count; start += 500) {
    const group = Array.from({ length: Math.min(500, count - start) }, (_, index) =>
      notebook.run('bench', 'insight.revise', { id: ids[(start + index) % ids.length], body: makeText(random, 1_500) }),
    )
    await Promise.all(group)
  }
}
