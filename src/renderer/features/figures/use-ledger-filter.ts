// The words of the filter with what they name in the ledger: an entity and a source are other records, which a list of figures is told of.

import { useRef } from 'react'
import type { LedgerNames } from '../../../core/queries/ledger-filter.ts'
import { useAnswer } from '../../notebook/use-answer.ts'

export type LedgerFilter = { filter: string; names: LedgerNames }

const none: LedgerFilter = { filter: '', names: [] }

/** Until the names of new words are known the list stays as it was: nothing flashes by as not found. */
export function useLedgerFilter(words: string): LedgerFilter {
  const filter = words.trim()
  const { value, error } = useAnswer('ledger.names', filter === '' ? undefined : { filter })
  const settled = useRef(none)
  if (filter === '') settled.current = none
  else if (value) settled.current = { filter, names: value }
  else if (error) settled.current = { filter, names: [] }
  return settled.current
}
