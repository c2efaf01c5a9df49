// What a formula gives: exact decimals with the range that its bases leave open.

import { add, type Decimal, multiply, negate } from '../figures/decimal.ts'
import type { RecordId } from '../records/record-id.ts'
import { divide, least, most, subtract } from './exact.ts'
import type { Formula, Operator } from './formula.ts'

export type Interval = { value: Decimal; low: Decimal; high: Decimal }
export type FormulaProblem = 'missing' | 'division-by-zero' | 'currencies-differ' | 'circular' | 'unreadable'
export type Evaluated = { ok: true; result: Interval } | { ok: false; problem: FormulaProblem; metric?: RecordId<'metric'> }

/** `worthOf` gives what a metric is worth, or why it is worth nothing here. */
export function evaluateFormula(formula: Formula, worthOf: (metric: RecordId<'metric'>) => Evaluated): Evaluated {
  switch (formula.type) {
    case 'number':
      return { ok: true, result: { value: formula.value, low: formula.value, high: formula.value } }
    case 'metric':
      return worthOf(formula.metric)
    case 'minus': {
      const of = evaluateFormula(formula.of, worthOf)
      return of.ok ? { ok: true, result: { value: negate(of.result.value), low: negate(of.result.high), high: negate(of.result.low) } } : of
    }
    case 'operation': {
      const left = evaluateFormula(formula.left, worthOf)
      if (!left.ok) return left
      const right = evaluateFormula(formula.right, worthOf)
      return right.ok ? operate(formula.operator, left.result, right.result) : right
    }
  }
}

/** Interval arithmetic: the ends of the result come from the ends of the operands (Moore, Interval Analysis, 1966). */
function operate(operator: Operator, left: Interval, right: Interval): Evaluated {
  switch (operator) {
    case '+':
      return { ok: true, result: { value: add(left.value, right.value), low: add(left.low, right.low), high: add(left.high, right.high) } }
    case '-':
      return {
        ok: true,
        result: { value: subtract(left.value, right.value), low: subtract(left.low, right.high), high: subtract(left.high, right.low) },
      }
    case '*':
      return { ok: true, result: { value: multiply(left.value, right.value), ...ends(left, right, multiply) } }
    case '/': {
      // A divisor that may be nothing leaves everything open.
      const value = divide(left.value, right.value)
      if (!value || right.low.mantissa <= 0n !== right.high.mantissa <= 0n || right.low.mantissa === 0n || right.high.mantissa === 0n)
        return { ok: false, problem: 'division-by-zero' }
      return { ok: true, result: { value, ...ends(left, right, (one, other) => divide(one, other) as Decimal) } }
    }
  }
}

function ends(left: Interval, right: Interval, operation: (one: Decimal, other: Decimal) => Decimal): { low: Decimal; high: Decimal } {
  const corners = [operation(left.low, right.low), operation(left.low, right.high), operation(left.high, right.low), operation(left.high, right.high)]
  return { low: corners.reduce(least), high: corners.reduce(most) }
}
