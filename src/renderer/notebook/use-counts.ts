// The rail's counts, live.

import { useEffect, useState } from 'react'
import { useClient } from './notebook-context.ts'
import { type Counts, watchesOf } from './shared-watches.ts'

export function useCounts(): Counts {
  const client = useClient()
  const [counts, setCounts] = useState<Counts>(() => watchesOf(client).peekCounts() ?? new Map())
  useEffect(() => watchesOf(client).openCounts(setCounts).close, [client])
  return counts
}
