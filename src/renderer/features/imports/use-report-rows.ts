// The rows of a report that are in sight, fetched as the list is scrolled.

import { useCallback, useEffect, useState } from 'react'
import type { ImportOutcomeName, ImportRow } from '../../../core/contract/import-questions.ts'
import { useClient } from '../../notebook/notebook-context.ts'

type Page = { total: number; start: number; rows: readonly ImportRow[] }
const pageRows = 100

/** `version` goes up when rows may have changed. */
export function useReportRows(
  id: string,
  only: ImportOutcomeName | undefined,
  version: number,
): Page & { setRange: (start: number, count: number) => void } {
  const client = useClient()
  const [range, setRange] = useState({ start: 0, count: pageRows })
  const [page, setPage] = useState<Page>({ total: 0, start: 0, rows: [] })
  const { start, count } = range
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version is what makes it ask again
  useEffect(() => {
    let isWanted = true
    void client.ask('import.report', { import: id, start, count, ...(only ? { only } : {}) }).then((answer) => {
      if (isWanted) setPage(answer.ok ? { ...answer.value, start } : { total: 0, start: 0, rows: [] })
    })
    return () => {
      isWanted = false
    }
  }, [client, id, only, start, count, version])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice of rows begins at its beginning
  useEffect(() => setRange({ start: 0, count: pageRows }), [only])
  return { ...page, setRange: useCallback((from: number, many: number) => setRange({ start: from, count: many }), []) }
}
