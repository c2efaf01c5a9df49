// How many findings the audit has, for the rail: asked long after the first screen, and a while after each change, so that nothing waits for it.

import { useEffect, useState } from 'react'
import { useClient } from './notebook-context.ts'
import { useClientState } from './use-client-state.ts'

const firstAfterMs = 3_000
const againAfterMs = 1_500

/** Undefined until the notebook was looked through. */
export function useFindingCount(): number | undefined {
  const client = useClient()
  const seq = useClientState((state) => state.seq)
  const isConnected = useClientState((state) => state.connection === 'connected')
  const [known, setKnown] = useState<{ of: typeof client; count: number }>()
  const hasBegun = known?.of === client
  // biome-ignore lint/correctness/useExhaustiveDependencies: seq is what makes it ask again
  useEffect(() => {
    if (!isConnected) return
    let isWanted = true
    const timer = setTimeout(
      async () => {
        const answer = await client.ask('audit.list', { limit: 1 })
        if (isWanted && answer.ok) setKnown({ of: client, count: answer.value.counts.reduce((sum, [, count]) => sum + count, 0) })
      },
      hasBegun ? againAfterMs : firstAfterMs,
    )
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [client, seq, isConnected])
  return known?.of === client ? known.count : undefined
}
