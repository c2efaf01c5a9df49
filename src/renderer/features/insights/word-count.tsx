// The length of the note, counted a moment after typing pauses: counting 20,000 words takes milliseconds that a key should not wait for.

import { useEffect, useState } from 'react'
import { strings } from '../../strings/strings.ts'
import { countWords } from './count-words.ts'
import type { InsightDraft } from './open-insight.tsx'

const countAfterMs = 400

export function WordCount({ draft }: { draft: InsightDraft }) {
  const [count, setCount] = useState(() => countWords(draft.state.content?.body ?? ''))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = draft.onState(() => {
      clearTimeout(timer)
      timer = setTimeout(() => setCount(countWords(draft.state.content?.body ?? '')), countAfterMs)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [draft])
  return <span>{strings.insights.words(count)}</span>
}
