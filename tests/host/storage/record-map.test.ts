import { expect, test } from 'vitest'
import type { RecordId } from '../../../src/core/records/record-id.ts'
import type { StoredRecord } from '../../../src/core/store/stored-record.ts'
import { Breather } from '../../../src/host/storage/breather.ts'
import { RecordMap } from '../../../src/host/storage/record-map.ts'
import { makeRandom } from '../../core/queries/random-commands.ts'
import { madeInsight } from '../../core/store/made-tables.ts'

const insight = (name: string, title: string) => madeInsight(name, { title }) as StoredRecord

test.each(Array.from({ length: 50 }, (_, seed) => seed))('seed %i: whatever is asked first, it answers as a Map does', async (seed) => {
  const { below, pick } = makeRandom(seed)
  const names = ['__proto__', 'constructor', ...Array.from({ length: 40 }, (_, index) => `n${index}`)]
  const plain = new Map<RecordId, StoredRecord>()
  const map = new RecordMap()
  for (const name of names.slice(0, below(40))) {
    const record = insight(name, 'read')
    map.append(record)
    plain.set(record.id, record)
  }
  for (let step = 0; step < 60; step += 1) {
    const record = insight(pick(names), `step ${step}`)
    const acts: (() => unknown[])[] = [
      () => [map.set(record.id, record).constructor.name, plain.set(record.id, record) && 'RecordMap'],
      () => [[...map.values()], [...plain.values()]],
      ...(step > 10
        ? [
            () => [map.get(record.id), plain.get(record.id)],
            () => [map.has(record.id), plain.has(record.id)],
            () => [map.delete(record.id), plain.delete(record.id)],
            () => [map.size, plain.size],
            () => [[...map], [...plain]],
            () => [[...map.keys()], [...plain.keys()]],
          ]
        : []),
    ]
    const [ours, expected] = pick(acts)()
    expect(ours).toEqual(expected)
    if (below(20) === 0) await map.settle(new Breather())
  }
  expect([...map.entries()]).toEqual([...plain.entries()])
})
