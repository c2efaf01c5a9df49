// What an attack found. A file `tests/faults/NAME.faults.ts` exports `attack`, which yields them as they come.

export type FaultFigure = { fault: string; ok: boolean } & { [detail: string]: unknown }
export type AttackOptions = {
  /** How often; each attack has a number of its own. */
  rounds: number | undefined
  /** The first seed: a round is made again by its seed. */
  seed: number
}

/** mulberry32: the same seed, the same attack. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
