// How the figures of one metric agree, over a notebook as an analyst fills it.

import { beforeEach, expect, test } from 'vitest'
import type { AgreementState } from '../../../src/core/ledger/agreement.ts'
import { day, LedgerNotebook } from './ledger-notebook.ts'

let notebook: LedgerNotebook
const metric = 'metric:m'
beforeEach(async () => {
  notebook = new LedgerNotebook()
  await notebook.run('metric.add', { id: metric, name: 'NVIDIA stake sale' })
})
const agreement = () => notebook.standing(metric).agreement

test('none, one, and two that agree across languages: the value is what both allow', async () => {
  expect(agreement()).toMatchObject({ state: 'none', groups: [] })
  const english = await notebook.say('It sold for $5.83 billion.', { metric })
  expect(agreement()).toMatchObject({ state: 'single', groups: [{ agreed: { value: '583e7', low: '5825e6', high: '5835e6' } }] })
  const chinese = await notebook.say('套现58亿美元', { metric })
  expect(agreement()).toMatchObject({
    state: 'agree',
    pairs: [],
    groups: [{ state: 'agree', by: 'within-written', agreed: { figure: english, value: '583e7', low: '5825e6', high: '5835e6' } }],
  })
  expect(new Map(agreement().states)).toEqual(
    new Map<string, AgreementState>([
      [english, 'agree'],
      [chinese, 'agree'],
    ]),
  )
})

test('one digit makes it contested, and undoing makes it agree again', async () => {
  await notebook.say('It sold for $5.83 billion.', { metric })
  await notebook.say('套现58亿美元', { metric })
  const third = await notebook.say('套现61亿美元', { metric })
  expect(agreement()).toMatchObject({ state: 'contested', pairs: [{ class: 'contested', why: 'values-differ' }, { class: 'contested' }] })
  expect(agreement().pairs.every(({ one, other }) => one === third || other === third)).toBe(true)
  await notebook.undo()
  expect(agreement().state).toBe('agree')
})

test('times are apart, and an undated figure belongs to the time that it agrees with', async () => {
  await notebook.say('valued at $300 billion', { metric, asOf: day('2025-03-31') })
  await notebook.say('valued at $500 billion', { metric, asOf: day('2025-10-14') })
  expect(agreement()).toMatchObject({ state: 'single', pairs: [] })
  const undated = await notebook.say('估值3000亿美元', { metric, published: '2025-12' })
  const { groups } = agreement()
  expect(groups.map(({ time, state }) => [time, state])).toEqual([
    [day('2025-03-31'), 'agree'],
    [day('2025-10-14'), 'single'],
  ])
  expect(groups[0]?.figures).toContain(undated)
})

test('an undated figure that agrees with none clashes with the time nearest before its source', async () => {
  await notebook.say('valued at $300 billion', { metric, asOf: day('2025-03-31') })
  const late = await notebook.say('valued at $500 billion', { metric, asOf: day('2025-10-14') })
  const undated = await notebook.say('valued at $420 billion', { metric, published: '2025-11-01' })
  expect(agreement().pairs).toEqual([expect.objectContaining({ one: late, other: undated, class: 'contested' })])
})

test('what its publisher restated clashes with nobody any more', async () => {
  const early = await notebook.say('sales of $480 million', { metric, publisher: 'Reuters', published: '2025-10-02' })
  await notebook.say('sales of $500 million', { metric, publisher: 'Reuters', published: '2025-11-02' })
  await notebook.say('销售额5亿美元', { metric, publisher: '新浪', published: '2025-11-03' })
  expect(agreement()).toMatchObject({ state: 'restated', groups: [{ agreed: { value: '5e8' } }] })
  expect(agreement().pairs.map((pair) => pair.class)).toEqual(['restated'])
  expect(new Map(agreement().states).get(early)).toBe('restated')
})

test('a slip of scale is worse than a clash, and stands first', async () => {
  await notebook.say('valued at more than $50 billion', { metric })
  await notebook.say('估值5000亿美元', { metric })
  await notebook.say('valued at $46 billion', { metric })
  expect(agreement()).toMatchObject({ state: 'scale-slip', pairs: [{ class: 'scale-slip', factor: 10, cause: 'yi-as-billion' }, {}, {}] })
})

test('two currencies are compared by the analyst’s rate alone, and only while it is there', async () => {
  await notebook.say('It sold for $5.83 billion.', { metric, published: '2025-11-14' })
  await notebook.say('9036億円で売却した', { metric, published: '2025-11-14' })
  expect(agreement()).toMatchObject({ state: 'not-comparable', pairs: [{ why: 'no-rate' }] })
  await notebook.run('rate.add', { id: 'rate:far', base: 'JPY', quote: 'USD', rate: '0.009', date: '2024-01-31' })
  expect(agreement()).toMatchObject({ state: 'contested', pairs: [{ rate: 'rate:far' }] })
  await notebook.run('rate.add', { id: 'rate:near', base: 'USD', quote: 'JPY', rate: '155', date: '2025-11-13' })
  expect(agreement()).toMatchObject({ state: 'agree', groups: [{ by: 'exchange-rate' }] })
  await notebook.run('rate.remove', { id: 'rate:near' })
  await notebook.run('rate.remove', { id: 'rate:far' })
  expect(agreement().state).toBe('not-comparable')
})

test('an estimate is no actual, and a figure of a removed source counts no more', async () => {
  await notebook.say('sales of $480 million', { metric })
  const forecast = await notebook.say('sales of $500 million are expected', { metric, basis: 'estimate' })
  expect(agreement()).toMatchObject({ state: 'not-comparable', pairs: [{ why: 'bases-differ' }] })
  await notebook.run('source.remove', { id: notebook.record('figures', forecast).source })
  expect(agreement()).toMatchObject({ state: 'single', groups: [{ figures: ['figure:f1'] }] })
})

test('what the analyst corrected is what is compared, and what was read stays beside it', async () => {
  await notebook.say('It sold for $5.83 billion.', { metric })
  const wrong = await notebook.say('It sold for $58.3 billion.', { metric })
  expect(agreement().state).toBe('scale-slip')
  await notebook.run('figure.revise', { id: wrong, corrected: { kind: 'money', value: '5830000000', currency: 'USD' } })
  expect(agreement()).toMatchObject({ state: 'agree', groups: [{ by: 'equal' }] })
  expect(notebook.record('figures', wrong)).toMatchObject({ amount: { value: '583e8' }, corrected: { value: '583e7' } })
})

test('of several hundred figures of one time each is compared with the most exact one, not with each other', async () => {
  for (let number = 0; number < 100; number += 1) await notebook.say(`sold for $5.${80 + (number % 7)} billion`, { metric })
  const exact = await notebook.say('sold for $5.831 billion', { metric })
  const { state, pairs } = agreement()
  expect(state).toBe('contested')
  expect(pairs.length).toBeLessThan(100)
  expect(pairs.every(({ one, other }) => one === exact || other === exact)).toBe(true)
})
