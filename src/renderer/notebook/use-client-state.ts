// Connection, saving and sequence as a component sees them.

import { useSyncExternalStore } from 'react'
import type { ClientState } from '../../core/contract/notebook-client.ts'
import { useClient } from './notebook-context.ts'

export function useClientState<Value>(select: (state: ClientState) => Value): Value {
  const client = useClient()
  return useSyncExternalStore(
    (listener) => client.onState(listener),
    () => select(client.state),
  )
}
