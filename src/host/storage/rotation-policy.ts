// When a new generation is worth its cost: it writes the whole notebook, and a long journal makes the next opening slower.

export type RotationMoment = 'after a commit' | 'idle' | 'closing'

const kilobyte = 1024
/** Journals shorter than `least` are replayed in milliseconds; longer ones must also be a `share` of what a snapshot would write. */
const limits: Record<RotationMoment, { least: number; share: number }> = {
  'after a commit': { least: 32 * 1024 * kilobyte, share: 1 / 2 },
  idle: { least: 1024 * kilobyte, share: 1 / 8 },
  closing: { least: 256 * kilobyte, share: 1 / 16 },
}

export function isRotationDue(moment: RotationMoment, journalBytes: number, snapshotBytes: number): boolean {
  const { least, share } = limits[moment]
  return journalBytes >= Math.max(least, snapshotBytes * share)
}
