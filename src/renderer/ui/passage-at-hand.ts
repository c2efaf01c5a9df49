// The passage that the reader has at hand, for the parts of the window that can cite it: the selection, else the highlight that is current.

import { useEffect } from 'react'
import { create } from 'zustand'
import type { RecordId } from '../../core/records/record-id.ts'

export type PassageAtHand = {
  source: RecordId<'source'>
  text: RecordId<'text'>
  citekey: string
  language: string
  /** The words themselves. */
  exact: string
} & ({ kind: 'selection'; start: number; end: number } | { kind: 'highlight'; highlight: RecordId<'highlight'>; number: number })

type Store = { passage: PassageAtHand | undefined }

export const usePassageAtHand = create<Store>(() => ({ passage: undefined }))

/** As long as the reader that calls it is shown, and nothing newer was told. */
export function useTellPassage(passage: PassageAtHand | undefined): void {
  useEffect(() => {
    usePassageAtHand.setState({ passage })
    return () => {
      if (usePassageAtHand.getState().passage === passage) usePassageAtHand.setState({ passage: undefined })
    }
  }, [passage])
}
