// The places that hold a query, following the notebook; while a longer query is on its way the last answer stays, marked as old.

import { useRef } from 'react'
import type { QuestionAnswers } from '../../../core/contract/questions.ts'
import type { RefusalValue } from '../../../core/store/refusal.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { searchedTables } from './group-hits.ts'

const maxShownHits = 100

export type Found = QuestionAnswers['search'] & { query: string }

/** `found.query` says which query the hits answer; `isLoading` that a newer answer is awaited. */
export function useSearch(query: string): { found: Found | undefined; error: RefusalValue | undefined; isLoading: boolean } {
  const { value, error, isLoading } = useAnswer(
    'search',
    query.trim() === '' ? undefined : { query, limit: maxShownHits, tables: [...searchedTables] },
  )
  const last = useRef<Found>(undefined)
  if (value) last.current = { ...value, query }
  else if (!isLoading) last.current = undefined
  return { found: last.current, error, isLoading }
}
