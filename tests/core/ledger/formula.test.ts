// Formulas over metrics: what they give in exact decimals, what they leave open, and what is wrong with those that give nothing.

import { beforeEach, describe, expect, test } from 'vitest'
import { type Evaluated, evaluateFormula } from '../../../src/core/ledger/evaluate-formula.ts'
import { decimalIn, decimalText } from '../../../src/core/ledger/exact.ts'
import { parseFormula } from '../../../src/core/ledger/formula.ts'
import { LedgerNotebook } from './ledger-notebook.ts'

const worths: Record<string, [value: string, slack: string]> = {
  'metric:a': ['583e7', '5e6'],
  'metric:b': ['225e8', '5e7'],
  'metric:zero': ['0', '1'],
}

function evaluate(text: string): string {
  const parsed = parseFormula(text)
  if (!parsed.ok) return `at ${parsed.at}: ${parsed.problem}`
  const evaluated = evaluateFormula(parsed.formula, (metric): Evaluated => {
    const [value, slack] = worths[metric] ?? []
    if (value === undefined || slack === undefined) return { ok: false, problem: 'missing', metric }
    const [nominal, width] = [decimalIn(value), decimalIn(slack)]
    const at = (sign: bigint) => {
      const exponent = Math.min(nominal.exponent, width.exponent)
      const raise = ({ mantissa, exponent: own }: typeof nominal) => mantissa * 10n ** BigInt(own - exponent)
      return { mantissa: raise(nominal) + sign * raise(width), exponent }
    }
    return { ok: true, result: { value: nominal, low: at(-1n), high: at(1n) } }
  })
  return evaluated.ok ? [evaluated.result.value, evaluated.result.low, evaluated.result.high].map(decimalText).join(' ') : evaluated.problem
}

test.each([
  ['1 + 2 * 3', '7 7 7'],
  ['(1 + 2) * 3', '9 9 9'],
  ['2 - 3 - 4', '-5 -5 -5'],
  ['100 / 8 / 5', '25e-1 25e-1 25e-1'],
  ['-2 * -(3 + 1)', '8 8 8'],
  ['0.1 + 0.2', '3e-1 3e-1 3e-1'],
  ['1 / 3', '33333333333333333333e-20 33333333333333333333e-20 33333333333333333333e-20'],
  ['2 ÷ 3 × 3', '200000000000000000001e-20 200000000000000000001e-20 200000000000000000001e-20'],
  ['{metric:a}', '583e7 5825e6 5835e6'],
  ['{metric:a} - {metric:b}', '-1667e7 -16725e6 -16615e6'],
  ['-{metric:a}', '-583e7 -5835e6 -5825e6'],
  ['{metric:a} * 2', '1166e7 1165e7 1167e7'],
  ['{metric:none} + 1', 'missing'],
  ['1 / 0', 'division-by-zero'],
  // A divisor that may be nothing.
  ['1 / {metric:zero}', 'division-by-zero'],
  ['', 'at 0: the formula ends too early'],
  ['1 +', 'at 3: the formula ends too early'],
  ['(1 + 2', 'at 0: a parenthesis is not closed'],
  ['1 2', 'at 2: “2” does not belong there'],
  ['* 2', 'at 0: “*” does not belong there'],
  ['alert(1)', 'at 0: “alert(1)” is neither a number, a {metric:…} nor one of + - * / ( )'],
  ['{metric:a b}', 'at 0: “{metric:a b}” is neither a number, a {metric:…} nor one of + - * / ( )'],
  [`${'('.repeat(60)}1${')'.repeat(60)}`, 'at 50: a formula can be 50 parentheses deep'],
])('%s is %s', (formula, expected) => expect(evaluate(formula)).toBe(expected))

test('a quotient’s ends come from the ends of what is divided', () => {
  const [value, low, high] = evaluate('{metric:a} / {metric:b} * 100')
    .split(' ')
    .map((text) => Number(text))
  expect(value).toBeCloseTo(25.9111, 4)
  expect(low).toBeCloseTo((5825 / 22550) * 100, 6)
  expect(high).toBeCloseTo((5835 / 22450) * 100, 6)
})

describe('a derived metric', () => {
  let notebook: LedgerNotebook
  beforeEach(async () => {
    notebook = new LedgerNotebook()
    await notebook.run('metric.add', { id: 'metric:sale', name: 'Sale' })
    await notebook.run('metric.add', { id: 'metric:pledge', name: 'Pledge' })
    await notebook.say('It sold for $5.83 billion.', { metric: 'metric:sale' })
    await notebook.say('It pledged $22.5 billion.', { metric: 'metric:pledge' })
    await notebook.run('metric.add', { id: 'metric:share', name: 'Covered', kind: 'percent', formula: '{metric:sale} / {metric:pledge} * 100' })
  })
  const share = () => notebook.standing('metric:share')

  test('stands while its bases do, turns red when one changes, and stands again once that is accepted', async () => {
    expect(share()).toMatchObject({ state: 'derived', derived: { isAccepted: true, bases: [{ state: 'as-accepted' }, { state: 'as-accepted' }] } })
    expect(Number(share().derived?.value)).toBeCloseTo(25.91, 2)
    await notebook.run('figure.revise', { id: 'figure:f1', corrected: { kind: 'money', value: '6e9', precision: '5e8', currency: 'USD' } })
    expect(share()).toMatchObject({
      state: 'derived-stale',
      derived: { bases: [{ name: 'Sale', state: 'changed', value: '6e9', accepted: '583e7' }, { state: 'as-accepted' }] },
    })
    await notebook.run('metric.accept', { id: 'metric:share' })
    expect(share().state).toBe('derived')
    await notebook.undo()
    await notebook.undo()
    expect(share().state).toBe('derived')
  })

  test('says which base is contested, or missing', async () => {
    await notebook.say('It sold for $6.2 billion.', { metric: 'metric:sale' })
    expect(share()).toMatchObject({ state: 'derived-stale', derived: { bases: [{ state: 'contested' }, {}] } })
    await notebook.run('metric.remove', { id: 'metric:pledge' })
    expect(share()).toMatchObject({ derived: { problem: 'missing', bases: [{}, { name: 'Pledge', state: 'missing' }] } })
  })

  test('converts what is in another currency, and refuses to guess', async () => {
    await notebook.run('metric.add', { id: 'metric:yen', name: 'Yen', currency: 'JPY' })
    await notebook.say('3100億円を調達', { metric: 'metric:yen' })
    await notebook.run('metric.add', { id: 'metric:sum', name: 'Sum', currency: 'USD', formula: '{metric:sale} + {metric:yen}' })
    expect(notebook.standing('metric:sum').derived).toMatchObject({ problem: 'currencies-differ' })
    await notebook.run('rate.add', { base: 'USD', quote: 'JPY', rate: '155', date: '2025-11-14' })
    expect(notebook.standing('metric:sum').derived).toMatchObject({ value: '783e7', currency: 'USD' })
  })

  test('may stand on another one', async () => {
    await notebook.run('metric.add', { id: 'metric:rest', name: 'Not covered', kind: 'percent', formula: '100 - {metric:share}' })
    expect(Number(notebook.standing('metric:rest').derived?.value)).toBeCloseTo(74.09, 2)
    expect(await notebook.sendRaw('metric.revise', { id: 'metric:share', formula: '{metric:rest}' })).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    })
  })
})
