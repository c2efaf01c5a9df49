// The paired clippers as the host knows them, looked at again and again while the dialog is open, so that a first clip is seen to arrive.

import { useCallback, useEffect, useState } from 'react'
import type { ClipperState } from '../../../core/contract/clippers.ts'
import { useClient } from '../../notebook/notebook-context.ts'

const lookAgainAfterMs = 2_000

export type ShownToken = { id: string; name: string; token: string }
export type Clippers = {
  /** Undefined until the host has answered. */
  state: ClipperState | undefined
  problem: string | undefined
  shown: ShownToken | undefined
  /** False where it was refused; the problem says why. */
  pair: (name: string) => Promise<boolean>
  revoke: (id: string) => Promise<void>
  hideToken: () => void
}

export function useClippers(): Clippers {
  const client = useClient()
  const [state, setState] = useState<ClipperState>()
  const [problem, setProblem] = useState<string>()
  const [shown, setShown] = useState<ShownToken>()

  const look = useCallback(async () => {
    const answer = await client.ask('clippers.list', {})
    if (answer.ok) setState(answer.value)
    else setProblem(answer.error.message)
  }, [client])
  useEffect(() => {
    void look()
    const timer = setInterval(() => void look(), lookAgainAfterMs)
    return () => clearInterval(timer)
  }, [look])

  const pair = async (name: string) => {
    const answer = await client.ask('clippers.pair', { name })
    setProblem(answer.ok ? undefined : answer.error.message)
    if (!answer.ok) return false
    const { token, ...next } = answer.value
    setState(next)
    const newest = next.clippers.at(-1)
    if (newest) setShown({ id: newest.id, name: newest.name, token })
    return true
  }
  const revoke = async (id: string) => {
    const answer = await client.ask('clippers.revoke', { id })
    setProblem(answer.ok ? undefined : answer.error.message)
    if (answer.ok) setState(answer.value)
    if (shown?.id === id) setShown(undefined)
  }
  return { state, problem: problem ?? state?.problem, shown, pair, revoke, hideToken: () => setShown(undefined) }
}
