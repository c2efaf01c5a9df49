// What comparing a figure of an insight with its passages came to.

import type { CitedSentence } from '../audit/cited-sentences.ts'
import type { StatedHere } from './cited-passage.ts'
import type { Computation } from './computed-figure.ts'
import type { Clashing } from './quoting.ts'

export type Verdict =
  | { kind: 'agrees'; match: StatedHere }
  /** It follows from figures of the passages. */
  | ({ kind: 'computed' } & Computation)
  /** Not in the passages of its sentence, but in another of the note, beside one, or in what is known of the source. */
  | { kind: 'elsewhere'; match: StatedHere }
  | { kind: 'contradicts'; match: StatedHere; clash: Clashing }
  /** `coarser`: the passage says it less exactly. */
  | { kind: 'absent'; coarser?: StatedHere }

export type CheckedFigure = {
  /** In the text of the block. */
  start: number
  end: number
  written: string
  sentence: CitedSentence
  verdict: Verdict
  /** Whether a reader would want to be told without asking. */
  isTold: boolean
}
