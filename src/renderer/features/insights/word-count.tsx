// The length of the note and of what is selected in it, counted a moment after typing pauses: counting 20,000 words takes milliseconds that a key
// should not wait for.

import { useEffect, useState } from 'react'
import { strings } from '../../strings/strings.ts'
import { countWords, measureText } from './count-words.ts'
import classes from './insight-pane.module.css'
import type { InsightDraft } from './open-insight.tsx'

const countAfterMs = 400

export function WordCount({ draft, selected }: { draft: InsightDraft; selected: string }) {
  const [{ words, characters, minutes }, setLength] = useState(() => measureText(draft.state.content?.body ?? ''))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = draft.onState(() => {
      clearTimeout(timer)
      timer = setTimeout(() => setLength(measureText(draft.state.content?.body ?? '')), countAfterMs)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [draft])
  const { insights } = strings
  return (
    <p className={classes.length} role="note" aria-label={insights.length}>
      <span>{selected === '' ? insights.words(words) : insights.selectedWords(countWords(selected), words)}</span>
      <span>{insights.characters(characters)}</span>
      <span>{insights.readingTime(minutes)}</span>
    </p>
  )
}
