// A shape for each state of a highlight against the newest text.

import type { HighlightState } from '../../../core/records/highlight.ts'

export const stateShapes: Readonly<Record<HighlightState, string>> = { exact: '=', moved: '→', changed: '≠', lost: '✕' }
