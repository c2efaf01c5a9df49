// The client that this window reads from, for every component below: the present one, or while it looks at the past the one of that moment.

import { createContext, useContext } from 'react'
import type { NotebookClient } from '../../core/contract/notebook-client.ts'

export const NotebookContext = createContext<NotebookClient | undefined>(undefined)
/** Always the present: for what is put back from the past, and for drafts that are not sent yet. */
export const LiveContext = createContext<NotebookClient | undefined>(undefined)

export function useClient(): NotebookClient {
  const client = useContext(NotebookContext)
  if (!client) throw new Error('useClient needs a NotebookContext above it')
  return client
}

export function useLiveClient(): NotebookClient {
  const client = useClient()
  return useContext(LiveContext) ?? client
}
