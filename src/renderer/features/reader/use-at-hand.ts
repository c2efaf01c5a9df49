// Which passage the reader has at hand: the selection before the current highlight.

import { useMemo } from 'react'
import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import type { PassageAtHand } from '../../ui/passage-at-hand.ts'
import type { SelectedPassage } from './selected-passage.ts'

type Read = { source: RecordId<'source'>; text: RecordId<'text'>; citekey: string }

export function useAtHand(
  read: Read,
  language: string,
  selected: SelectedPassage | undefined,
  current: HighlightRow | undefined,
): PassageAtHand | undefined {
  return useMemo(() => {
    const { source, text, citekey } = read
    const shared = { source, text, citekey, language }
    if (selected) return { ...shared, kind: 'selection', exact: selected.exact, start: selected.start, end: selected.end }
    return current && { ...shared, kind: 'highlight', exact: current.passage.exact, highlight: current.id, number: current.number }
  }, [read, language, selected, current])
}
