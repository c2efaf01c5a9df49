// Saves what was captured as an insight, with the passage at hand as its evidence where that is wanted, and offers to open it or to take it all back.

import { notifications } from '@mantine/notifications'
import type { insightKinds } from '../../../core/records/insight-kinds.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import type { PassageAtHand } from '../../ui/passage-at-hand.ts'
import { showChoices } from '../../ui/undo-toast.tsx'
import type { Captured } from './read-capture.ts'

export type Capture = Captured & { kind: (typeof insightKinds)[number]; topics: readonly string[]; cited: PassageAtHand | undefined }

type Cited = { highlight: RecordId<'highlight'>; citation: string; isNew: boolean }

/** Resolves to false where it was refused, which was said. */
export function useSaveCapture(onOpenInsight: (id: RecordId<'insight'>) => void): (capture: Capture) => Promise<boolean> {
  const send = useSend()

  const mark = async (passage: PassageAtHand | undefined): Promise<Cited | undefined> => {
    if (!passage) return undefined
    const { citekey, source, text, exact } = passage
    if (passage.kind === 'highlight') return { highlight: passage.highlight, citation: `[@${citekey}#h${passage.number}]`, isNew: false }
    const answer = await send('highlight.add', { source, text, start: passage.start, end: passage.end, exact })
    return answer.ok ? { highlight: answer.result.id, citation: `[@${citekey}#h${answer.result.number}]`, isNew: true } : undefined
  }

  return async ({ title, body, kind, topics, cited }) => {
    const marked = await mark(cited)
    if (cited && !marked) return false
    const whole = marked ? [body, marked.citation].filter((part) => part !== '').join('\n\n') : body
    const answer = await send('insight.add', { title, body: whole, kind, topics: [...topics] })
    if (!answer.ok) return false
    const { id } = answer.result
    if (marked) {
      const linked = await send('evidence.add', { insight: id, highlight: marked.highlight, stance: 'supports' }, { quiet: true })
      if (!linked.ok) notifications.show({ color: 'red', title: strings.capture.citationRefused, message: linked.error.message })
    }
    const takeBack = async () => {
      await send('insight.remove', { id })
      if (marked?.isNew) await send('highlight.remove', { id: marked.highlight })
    }
    showChoices(strings.capture.saved(title.trim() || strings.insights.untitled), [
      { label: strings.capture.open, run: () => onOpenInsight(id) },
      { label: strings.app.undo, run: () => void takeBack() },
    ])
    return true
  }
}
