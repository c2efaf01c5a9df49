// What a window sees after any run of commands is what a fresh look would show: every query, random parameters and pages, seeded.

import { describe, expect, test } from 'vitest'
import { LiveQuery } from '../../../src/core/queries/live-query.ts'
import { LiveTally } from '../../../src/core/queries/live-tally.ts'
import { type QueryName, queries, queryNamed, railTally } from '../../../src/core/queries/queries.ts'
import type { RecordId } from '../../../src/core/records/record-id.ts'
import { type MemoryNotebook, makeMemoryNotebook } from '../../host/session/memory-notebook.ts'
import { makeRandom, type Random, randomCommand, randomParams } from './random-commands.ts'

type Row = { id: RecordId }

/** A query as a window keeps it: the ids of the last difference and the rows it has been given. */
class Shown {
  readonly live: LiveQuery
  readonly name: QueryName
  readonly params: unknown
  page: { start: number; count: number }
  #rows = new Map<RecordId, Row>()
  #ids: RecordId[] = []
  #total = 0

  constructor(notebook: MemoryNotebook, { query, params, page }: ReturnType<typeof randomParams>) {
    this.name = query as QueryName
    this.params = queries[this.name].params.parse(params)
    this.page = page
    this.live = new LiveQuery(queryNamed(this.name), notebook.view, this.params, page)
    this.take(true)
  }

  take(isWhole = false): void {
    const difference = this.live.difference(isWhole)
    if (!difference) return
    const given = new Map(difference.rows.map((row) => [row.id, row]))
    this.#rows = new Map(
      difference.ids.map((id) => {
        const row = given.get(id) ?? this.#rows.get(id)
        if (!row) throw new Error(`${id} was never sent`)
        return [id, row]
      }),
    )
    this.#ids = difference.ids
    this.#total = difference.total
  }

  get content(): unknown {
    return { total: this.#total, rows: this.#ids.map((id) => this.#rows.get(id)) }
  }

  /** The slow truth: walk everything, sort everything. */
  fresh({ view }: MemoryNotebook): unknown {
    const query = queryNamed(this.name)
    const heads = query.tables
      .flatMap((table) => [...view.heads(table)])
      .filter((head) => query.where(head as never, this.params))
      .sort((one, other) => query.order(one as never, other as never, this.params) || (one.id < other.id ? -1 : 1))
    const rows = heads.slice(this.page.start, this.page.start + this.page.count).map((head) => query.row(view, head as never, this.params))
    return { total: heads.length, rows }
  }
}

const seeds = Array.from({ length: 24 }, (_, index) => index + 1)

describe('live queries', () => {
  test.each(seeds)('equal fresh ones (seed %i)', async (seed) => {
    const random = makeRandom(seed)
    const notebook = makeMemoryNotebook()
    await runSome(notebook, random, 40)
    const shown: Shown[] = []
    const tally = new LiveTally(railTally, notebook.view)
    notebook.onCommit((commit) => {
      tally.note(commit)
      for (const each of shown) each.live.note(commit)
    })
    for (let round = 0; round < 25; round += 1) {
      for (let index = 0; index < 6; index += 1) shown.push(new Shown(notebook, randomParams(random, notebook)))
      if (shown.length > 40) shown.splice(0, 10)
      await runSome(notebook, random, 1 + random.below(8))
      for (const each of shown) {
        if (random.below(6) === 0) {
          each.page = { start: random.below(4), count: 1 + random.below(20) }
          each.live.setPage(each.page.start, each.page.count)
        }
        each.take()
        expect(each.content, `${each.name} ${JSON.stringify(each.params)}`).toEqual(each.fresh(notebook))
      }
      expect(tally.difference(true)).toEqual(new LiveTally(railTally, notebook.view).difference())
    }
  })

  test('the first page of a long list is the same whether the list is sorted or not', async () => {
    const notebook = makeMemoryNotebook()
    const random = makeRandom(7)
    await Promise.all(Array.from({ length: 1_500 }, () => notebook.run('window-one', 'insight.add', { title: `t${random.below(300)}` })))
    for (const order of ['updated', 'created', 'title'] as const) {
      for (const page of [
        { start: 0, count: 100 },
        { start: 20, count: 50 },
      ]) {
        const shown = new Shown(notebook, { query: 'insights', params: { order }, page })
        expect(shown.content).toEqual(shown.fresh(notebook))
      }
    }
  })

  test.each([1, 2, 3, 4, 5, 6])('a long list of which the first records alone are in order equals a fresh one (seed %i)', async (seed) => {
    const random = makeRandom(seed)
    const notebook = makeMemoryNotebook()
    const add = () => notebook.run('window-one', 'insight.add', { title: `t${random.below(900)}`, kind: random.pick(['fact', 'question']) })
    await Promise.all(Array.from({ length: 5_400 }, add))
    const ids = [...notebook.view.heads('insights')].map(({ id }) => id)
    const shown = [
      { query: 'insights', params: { order: 'title' }, page: { start: 0, count: 20 } },
      { query: 'insights', params: { order: 'updated' }, page: { start: 0, count: 100 } },
      { query: 'insights', params: { order: 'created', kind: 'fact' }, page: { start: 200, count: 50 } },
    ].map((watched) => new Shown(notebook, watched))
    notebook.onCommit((commit) => {
      for (const each of shown) each.live.note(commit)
    })
    for (let round = 0; round < 12; round += 1) {
      await Promise.all(
        Array.from({ length: random.pick([1, 60, 400]) }, () => {
          const id = random.pick(random.below(2) === 0 ? ids : ids.slice(-500))
          const change = random.below(4)
          if (change === 0) return add()
          if (change === 1) return notebook.run('window-one', random.pick(['trash.remove', 'trash.restore']), { ids: [id] })
          return notebook.run('window-one', 'insight.revise', {
            id,
            ...random.pick([{ title: `t${random.below(900)}` }, { kind: 'question' }, { kind: 'fact' }]),
          })
        }),
      )
      for (const each of shown) {
        if (random.below(4) === 0) {
          each.page = { start: random.pick([0, 10, 700, 2_000, 5_200, 9_000]), count: 1 + random.below(120) }
          each.live.setPage(each.page.start, each.page.count)
        }
        each.take()
        expect(each.content, `${JSON.stringify(each.params)} ${JSON.stringify(each.page)}`).toEqual(each.fresh(notebook))
      }
    }
  })

  test('only what changed is sent again', async () => {
    const notebook = makeMemoryNotebook()
    for (let index = 0; index < 10; index += 1) await notebook.must('insight.add', { id: `insight:${index}`, title: `t${index}` })
    const live = new LiveQuery(queryNamed('insights'), notebook.view, { filter: '', order: 'title' }, { start: 0, count: 5 })
    expect(live.difference(true)?.rows).toHaveLength(5)
    notebook.onCommit((commit) => live.note(commit))
    await notebook.must('insight.revise', { id: 'insight:2', kind: 'forecast' })
    expect(live.difference()?.rows.map(({ id }) => id)).toEqual(['insight:2'])
    await notebook.must('insight.revise', { id: 'insight:2', kind: 'forecast' })
    expect(live.difference()).toBeUndefined()
    await notebook.must('insight.remove', { id: 'insight:0' })
    expect(live.difference()).toMatchObject({ total: 9, rows: [{ id: 'insight:5' }] })
  })
})

async function runSome(notebook: MemoryNotebook, random: Random, count: number): Promise<void> {
  for (let left = count; left > 0; ) {
    // Bursts share a group, and so a moment: ties in time are the rule there.
    const burst = Math.min(left, 1 + random.below(5))
    await Promise.all(
      Array.from({ length: burst }, () => {
        const { actor, command, input } = randomCommand(random, notebook)
        return notebook.run(actor, command, input)
      }),
    )
    left -= burst
  }
}
