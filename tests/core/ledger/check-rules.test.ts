// Rules that tie metrics together: what holds, what cannot, and what a bound leaves open.

import { beforeEach, expect, test } from 'vitest'
import type { MetricRule } from '../../../src/core/records/metric.ts'
import { day, LedgerNotebook } from './ledger-notebook.ts'

let notebook: LedgerNotebook
beforeEach(async () => {
  notebook = new LedgerNotebook()
  for (const name of ['whole', 'part', 'other', 'share'])
    await notebook.run('metric.add', { id: `metric:${name}`, name, kind: name === 'share' ? 'percent' : 'money' })
})
const rule = (metric: string, given: MetricRule) => notebook.run('metric.revise', { id: `metric:${metric}`, rules: [given] })
const outcome = (metric = 'part') => notebook.standing(`metric:${metric}`).rules[0]

test('parts may not exceed their whole: one alone, several together, and by one division at a time', async () => {
  await rule('part', { type: 'part-of', of: 'metric:whole' })
  expect(outcome()?.state).toBe('unknown')
  await notebook.say('in all $10 billion', { metric: 'metric:whole' })
  await notebook.say('of it $7.5 billion', { metric: 'metric:part' })
  expect(outcome()).toMatchObject({ state: 'holds', value: '75e8', limit: '1e10' })
  await notebook.say('and $3.5 billion', { metric: 'metric:other' })
  await rule('other', { type: 'part-of', of: 'metric:whole' })
  expect(outcome()).toMatchObject({ state: 'broken', value: '11e9', limit: '1e10' })
  expect(notebook.standing('metric:part').state).toBe('rule-broken')
  // The whole can be the wrong one.
  expect(notebook.standing('metric:whole').state).toBe('rule-broken')
  await rule('other', { type: 'part-of', of: 'metric:whole', by: 'region' })
  expect(outcome()?.state).toBe('holds')
})

test('shares of one whole add up to 100 % at most; what rounding adds is no finding', async () => {
  await notebook.run('metric.add', { id: 'metric:share2', name: 'share2', kind: 'percent' })
  await rule('share', { type: 'part-of', of: 'metric:whole' })
  await rule('share2', { type: 'part-of', of: 'metric:whole' })
  await notebook.say('a share of 55%', { metric: 'metric:share' })
  const second = await notebook.say('a share of 46%', { metric: 'metric:share2' })
  expect(outcome('share')).toMatchObject({ state: 'holds', percent: true })
  await notebook.run('figure.revise', { id: second, corrected: { kind: 'percent', value: '60', precision: '0.5' } })
  expect(outcome('share')).toMatchObject({ state: 'broken', value: '115', limit: '1e2' })
})

test('a stake worth more than its share of the whole can hold', async () => {
  await notebook.say('a company worth $50 billion', { metric: 'metric:whole' })
  await notebook.say('put in $30 billion', { metric: 'metric:part' })
  await notebook.say('for 11%', { metric: 'metric:share' })
  await rule('part', { type: 'share-of', of: 'metric:whole', share: 'metric:share' })
  expect(outcome()).toMatchObject({ state: 'broken', value: '3e10', limit: '55e8' })
  await rule('part', { type: 'share-of', of: 'metric:whole', atMost: '80' })
  expect(outcome()).toMatchObject({ state: 'holds', limit: '4e10' })
})

test('what only a bound leaves open is doubtful', async () => {
  await notebook.say('a company worth more than $50 billion', { metric: 'metric:whole' })
  await notebook.say('put in $30 billion', { metric: 'metric:part' })
  await rule('part', { type: 'share-of', of: 'metric:whole', atMost: '50' })
  expect(outcome()).toMatchObject({ state: 'doubtful', value: '3e10', limit: '25e9' })
  await rule('part', { type: 'share-of', of: 'metric:whole', atMost: '30' })
  expect(outcome()?.state).toBe('broken')
})

test('a ratio that was kept is what its two sides give', async () => {
  await notebook.say('cost $4 billion', { metric: 'metric:whole' })
  await notebook.say('sold for $7.0 billion', { metric: 'metric:part' })
  const ratio = await notebook.say('a share of 175%', { metric: 'metric:share' })
  await rule('share', { type: 'ratio-of', of: 'metric:part', to: 'metric:whole' })
  expect(outcome('share')?.state).toBe('holds')
  await notebook.run('figure.revise', { id: ratio, corrected: { kind: 'percent', value: '57', precision: '0.5' } })
  expect(outcome('share')).toMatchObject({ state: 'broken', percent: true })
})

test('of each time by itself: the whole of another year says nothing', async () => {
  await rule('part', { type: 'part-of', of: 'metric:whole' })
  await notebook.say('in all $10 billion', { metric: 'metric:whole', asOf: day('2024-12-31') })
  await notebook.say('of it $12 billion', { metric: 'metric:part', asOf: day('2025-12-31') })
  expect(outcome()?.state).toBe('unknown')
  await notebook.say('of it $13 billion', { metric: 'metric:part', asOf: day('2024-12-31') })
  expect(outcome()).toMatchObject({ state: 'broken', value: '13e9' })
})

test('a rule goes with what it names, and comes back with an undo', async () => {
  await rule('part', { type: 'part-of', of: 'metric:whole' })
  await notebook.run('trash.remove', { ids: ['metric:whole'] })
  await notebook.run('trash.delete', { ids: ['metric:whole'] })
  expect(notebook.record('metrics', 'metric:part').rules).toEqual([])
  await notebook.undo()
  expect(notebook.record('metrics', 'metric:part').rules).toEqual([{ type: 'part-of', of: 'metric:whole' }])
})
