// How many figures are kept and how many metrics clash, for the status bar: asked after the first screen, and a while after each change of the ledger.

import { useEffect, useState } from 'react'
import { useClient } from './notebook-context.ts'
import { useClientState } from './use-client-state.ts'
import { useCounts } from './use-counts.ts'

const firstAfterMs = 2_000
const againAfterMs = 700

type FigureStanding = { figures: number; metrics: number; clashes: number }

/** Undefined until the host has said; a notebook without figures is never asked. */
export function useFigureStanding(): FigureStanding | undefined {
  const client = useClient()
  const seq = useClientState((state) => state.seq)
  const isConnected = useClientState((state) => state.connection === 'connected')
  const counts = useCounts()
  const hasAny = (counts.get('figures') ?? 0) > 0
  const [known, setKnown] = useState<{ of: typeof client; standing: FigureStanding }>()
  const hasBegun = known?.of === client
  // biome-ignore lint/correctness/useExhaustiveDependencies: seq is what makes it ask again
  useEffect(() => {
    if (!isConnected || !hasAny) return
    let isWanted = true
    const timer = setTimeout(
      async () => {
        const answer = await client.ask('ledger.overview', {})
        if (!isWanted || !answer.ok) return
        const { figures, metrics, states } = answer.value
        const clashes = states.reduce((sum, [state, ids]) => (state === 'contested' || state === 'scale-slip' ? sum + ids.length : sum), 0)
        setKnown({ of: client, standing: { figures, metrics, clashes } })
      },
      hasBegun ? againAfterMs : firstAfterMs,
    )
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [client, seq, isConnected, hasAny])
  return hasAny && known?.of === client ? known.standing : undefined
}
