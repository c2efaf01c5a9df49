// What the notebook has by the typed name: asked at every key, and the last answer stays until the next one is there, so that nothing flickers.

import { useCallback, useEffect, useRef, useState } from 'react'
import type { FoundTitle } from '../../../core/contract/questions.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import type { PaletteQuery } from './palette-rows.ts'
import { useRecent } from './recent.ts'

const limit = 50
/** What the contract takes. */
const longestText = 500

export type FoundThings = PaletteQuery & { things: readonly FoundTitle[] }

export function useFoundThings(): { found: FoundThings; find: (query: PaletteQuery) => void } {
  const client = useClient()
  const [found, setFound] = useState<FoundThings>({ scope: 'everything', text: '', things: [] })
  const asked = useRef(0)
  const find = useCallback(
    ({ scope, text }: PaletteQuery) => {
      asked.current += 1
      const number = asked.current
      if (scope === 'commands' || scope === 'topics') return setFound({ scope, text, things: [] })
      const input = {
        text: text.slice(0, longestText),
        limit,
        recent: [...useRecent.getState().things],
        ...(scope === 'sources' ? { tables: ['sources' as const] } : {}),
      }
      void client.ask('palette.find', input).then((answer) => {
        if (number === asked.current && answer.ok) setFound({ scope, text, things: answer.value })
      })
    },
    [client],
  )
  useEffect(
    () => () => {
      asked.current += 1
    },
    [],
  )
  return { found, find }
}
