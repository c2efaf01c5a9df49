// The charts of a report as they are drawn for its file. A chart that was drawn once stays: a file name is of one content.

import { useEffect, useState } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useClient } from '../../notebook/notebook-context.ts'

/** `files` are those that the report shows now. */
export function useCharts(report: RecordId<'report'>, files: readonly string[] | undefined): ReadonlyMap<string, string> {
  const client = useClient()
  const [drawn, setDrawn] = useState<ReadonlyMap<string, string>>(new Map())
  const missing = (files ?? []).filter((file) => !drawn.has(file)).join('\n')
  useEffect(() => {
    if (missing === '') return
    let isWanted = true
    void client.ask('export.charts', { report }).then((answer) => {
      if (isWanted && answer.ok) setDrawn((before) => new Map([...before, ...answer.value.map(({ file, svg }) => [file, svg] as const)]))
    })
    return () => {
      isWanted = false
    }
  }, [client, report, missing])
  return drawn
}
