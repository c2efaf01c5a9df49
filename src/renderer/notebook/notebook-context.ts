// The one client of this window, for every component below.

import { createContext, useContext } from 'react'
import type { NotebookClient } from '../../core/contract/notebook-client.ts'

export const NotebookContext = createContext<NotebookClient | undefined>(undefined)

export function useClient(): NotebookClient {
  const client = useContext(NotebookContext)
  if (!client) throw new Error('useClient needs a NotebookContext above it')
  return client
}
