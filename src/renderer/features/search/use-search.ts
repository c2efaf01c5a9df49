// The places that hold a query, following the notebook; while a longer query is on its way the last answer stays, marked as old.

import { useEffect, useRef, useState } from 'react'
import type { QuestionAnswers } from '../../../core/contract/questions.ts'
import type { RefusalValue } from '../../../core/store/refusal.ts'
import { runLongTask, unlessStopped } from '../../notebook/long-tasks.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { strings } from '../../strings/strings.ts'
import { searchedTables } from './group-hits.ts'

const maxShownHits = 100

export type Found = QuestionAnswers['search'] & { query: string }

/** `found.query` says which query the hits answer; `isLoading` that a newer answer is awaited. */
export function useSearch(query: string): { found: Found | undefined; error: RefusalValue | undefined; isLoading: boolean; isStopped: boolean } {
  const client = useClient()
  const [stopped, setStopped] = useState<string>()
  const answer = useAnswer(
    'search',
    query.trim() === '' || stopped === query ? undefined : { query, limit: maxShownHits, tables: [...searchedTables] },
  )
  const { value, error } = answer
  const isLoading = answer.isLoading && stopped !== query
  // A search over very many notes takes a while: it is shown with the other work that does, and can be stopped.
  useEffect(() => {
    if (!isLoading || query.trim() === '') return
    const done = Promise.withResolvers<void>()
    void runLongTask(strings.search.searching(query), async ({ signal }) => {
      await unlessStopped(signal, done.promise)
      if (!signal.aborted) return
      setStopped(query)
      // The host gives up a search when it is asked for another, and nothing is found at once.
      void client.ask('search', { query: '' })
    })
    return () => done.resolve()
  }, [client, query, isLoading])
  const last = useRef<Found>(undefined)
  if (value) last.current = { ...value, query }
  else if (!isLoading) last.current = undefined
  return { found: last.current, error, isLoading, isStopped: stopped === query }
}
