// What a way of finding passages got right, by the truth that the edits know.

import type { FoundPassage } from '../../../src/core/anchoring/find-passage.ts'
import type { Case } from './make-cases.ts'

export class Tally {
  kept = 0
  right = 0
  tight = 0
  wrong = 0
  deleted = 0
  falseClaims = 0
  unclear = 0

  /** What happened: for looking at single cases. */
  add({ fate }: Case, found: FoundPassage): 'right' | 'loose' | 'missed' | 'wrong' | 'false' | 'lost' | 'unclear' {
    if (fate.kind === 'unclear') {
      this.unclear += 1
      return 'unclear'
    }
    if (fate.kind === 'deleted') {
      this.deleted += 1
      if (found.kind === 'lost') return 'lost'
      this.falseClaims += 1
      return 'false'
    }
    this.kept += 1
    if (found.kind === 'lost') return 'missed'
    const shared = Math.min(fate.end, found.end) - Math.max(fate.start, found.start)
    const overlap = Math.max(0, shared) / (Math.max(fate.end, found.end) - Math.min(fate.start, found.start))
    if (overlap < 0.5) {
      this.wrong += 1
      return 'wrong'
    }
    this.right += 1
    if (overlap < 0.9) return 'loose'
    this.tight += 1
    return 'right'
  }

  /** Percent, of the passages that still exist and of those that were deleted. */
  percents() {
    const of = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100)
    return {
      cases: this.kept + this.deleted,
      right: of(this.right, this.kept),
      tight: of(this.tight, this.kept),
      wrong: of(this.wrong, this.kept),
      falseClaims: of(this.falseClaims, this.deleted),
    }
  }
}
