// One measured figure beside its goal. A bench file `tests/bench/NAME.bench.ts` exports `measure`, which yields them as they come.

export type Figure = { bench: string; ok: boolean; goal: number; ratio?: number; ms?: number } & { [detail: string]: unknown }

/** Both sides measured in this run, whatever the machine: good when the ratio is at most the goal. */
export function ratioAtMost(bench: string, ratio: number, goal: number, details: Record<string, unknown> = {}): Figure {
  return { bench, ratio: rounded(ratio), goal, ok: ratio <= goal, ...details }
}

export function ratioAtLeast(bench: string, ratio: number, goal: number, details: Record<string, unknown> = {}): Figure {
  return { bench, ratio: rounded(ratio), goal, ok: ratio >= goal, ...details }
}

/** Milliseconds below a limit. */
export function msBelow(bench: string, ms: number, goal: number, details: Record<string, unknown> = {}): Figure {
  return { bench, ms: rounded(ms), goal, ok: ms < goal, ...details }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

export function rounded(value: number): number {
  return Number(value.toPrecision(3))
}
