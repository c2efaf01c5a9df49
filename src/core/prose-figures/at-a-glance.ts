// What two amounts have to do with each other where floats can tell: most figures of a long text are far from the one that is asked about, and exact
// decimals cost twenty times as much.

import type { FigureAmount } from '../records/figure.ts'

/** Farther apart two amounts are hardly two tellings of one. */
export const nearFactor = 2
/** "Up to 20" may be said of 4. */
const farBounds = 12
/** Of a power of ten, by which a slip of scale is known; bounds stretch it, and few digits. */
const nearPower = { bounds: 0.25, roughPoints: 0.11, points: 0.06 }
/** Relative to the amounts, both together. */
const roughPrecision = 0.02

/** `near` and `apart` for amounts of one kind and unit that differ for sure and by no power of ten; undefined where compareFigures has to look. */
export function glance(one: FigureAmount, other: FigureAmount): { relation: 'near'; factor: number } | { relation: 'apart' } | undefined {
  const [first, second] = [sizeOf(one), sizeOf(other)]
  const arePoints = isPlainPoint(one) && isPlainPoint(other)
  if (first === 0 || second === 0) return arePoints && first !== second ? { relation: 'apart' } : undefined
  const factor = first > second ? first / second : second / first
  if (!arePoints && factor <= farBounds) return undefined
  const [precision, otherPrecision] = [Number(one.precision ?? 0), Number(other.precision ?? 0)]
  const isRough = precision / first + otherPrecision / second > roughPrecision
  const near = arePoints ? (isRough ? nearPower.roughPoints : nearPower.points) : nearPower.bounds
  if (factor > nearFactor && Math.abs(factor / 10 ** Math.round(Math.log10(factor)) - 1) <= near) return undefined
  if (arePoints && !areDisjoint(one, other)) return undefined
  return factor <= nearFactor ? { relation: 'near', factor } : { relation: 'apart' }
}

/** Whether two amounts of one kind and unit are both points whose written digits leave them nothing in common. */
export function areDisjoint(one: FigureAmount, other: FigureAmount): boolean {
  if (!isPlainPoint(one) || !isPlainPoint(other)) return false
  return Math.abs(sizeOf(one) - sizeOf(other)) > 1.01 * (Number(one.precision ?? 0) + Number(other.precision ?? 0))
}

function isPlainPoint({ value, approx, bound }: FigureAmount): boolean {
  return value !== undefined && !approx && bound === undefined
}

/** Without its sign; of a range its lower end. */
export function sizeOf({ value, low, high }: FigureAmount): number {
  return Math.abs(Number(value ?? low ?? high ?? 0))
}
