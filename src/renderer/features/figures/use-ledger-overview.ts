// How many figures there are and how the metrics stand; while the answer after a commit is on its way, the one before it stays.

import { useRef } from 'react'
import type { LedgerOverview } from '../../../core/ledger/ledger-answers.ts'
import { useAnswer } from '../../notebook/use-answer.ts'

export function useLedgerOverview(): LedgerOverview | undefined {
  const { value } = useAnswer('ledger.overview', {})
  const kept = useRef(value)
  if (value) kept.current = value
  return value ?? kept.current
}
