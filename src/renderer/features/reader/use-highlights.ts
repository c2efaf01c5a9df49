// All highlights of a source, live, however many there are: painting needs every one, and the wire carries at most 500 rows a page.

import { useEffect, useState } from 'react'
import type { Watch } from '../../../core/contract/notebook-client.ts'
import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useClient } from '../../notebook/notebook-context.ts'

const pageSize = 500

/** In the order of the text; undefined until the first page is here. */
export function useHighlights(source: RecordId<'source'>): readonly HighlightRow[] | undefined {
  const client = useClient()
  const [rows, setRows] = useState<readonly HighlightRow[]>()
  useEffect(() => {
    const pages: (readonly HighlightRow[])[] = []
    const watches: Watch[] = []
    const watchPage = (page: number) => {
      watches[page] = client.watch('highlights', { source }, { start: page * pageSize, count: pageSize }, (shown) => {
        pages[page] = shown.rows
        if (shown.total > watches.length * pageSize) watchPage(watches.length)
        setRows(pages.flat())
      })
    }
    watchPage(0)
    return () => {
      for (const watch of watches) watch.close()
      setRows(undefined)
    }
  }, [client, source])
  return rows
}
