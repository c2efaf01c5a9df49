// The rail's counts, live.

import { useEffect, useState } from 'react'
import { useClient } from './notebook-context.ts'

export function useCounts(): ReadonlyMap<string, number> {
  const client = useClient()
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map())
  useEffect(() => {
    const watch = client.watchCounts(setCounts)
    return () => watch.close()
  }, [client])
  return counts
}
