// What a reader of one source can do: everything that changes the notebook, in one place.

import { notifications } from '@mantine/notifications'
import { useCallback, useState } from 'react'
import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import type { HighlightColour } from '../../../core/records/highlight.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useIsPast } from '../../notebook/past.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { useLastColour } from './last-colour.ts'
import { quoteInLine } from './quote-markdown.ts'
import { maxPassageLength, type SelectedPassage } from './selected-passage.ts'
import { copyText } from './source-header.tsx'

type Read = { source: RecordId<'source'>; text: RecordId<'text'>; citekey: string }

export type ReaderActions = {
  /** Saves a passage; resolves to the new highlight's id, or undefined where it was refused (which was said). */
  highlight: (passage: SelectedPassage, colour: HighlightColour, comment?: string) => Promise<RecordId<'highlight'> | undefined>
  /** Marks the passage and puts quote and citation on the clipboard: a citation needs something to lead back to. */
  copyPassage: (passage: SelectedPassage) => Promise<RecordId<'highlight'> | undefined>
  /** The same words in another colour, or with another comment. */
  recolour: (highlight: HighlightRow, colour: HighlightColour, comment: string) => Promise<void>
  copy: (highlight: HighlightRow) => Promise<void>
  remove: (highlight: HighlightRow) => Promise<void>
  /** What a screen reader is to say about the last action. */
  said: string
}

export function useReader(read: Read | undefined): ReaderActions {
  const send = useSend()
  const isPast = useIsPast()
  const [said, setSaid] = useState('')
  const add = useCallback(
    async (passage: SelectedPassage, colour: HighlightColour, comment: string) => {
      if (!read) return undefined
      if (passage.exact.length > maxPassageLength) {
        notifications.show({ color: 'red', message: strings.reader.tooLong })
        return undefined
      }
      const answer = await send('highlight.add', { source: read.source, text: read.text, ...passage, colour, comment })
      if (!answer.ok) return undefined
      useLastColour.getState().use(colour)
      setSaid(strings.reader.highlighted(answer.result.number))
      return answer.result
    },
    [send, read],
  )
  const highlight = useCallback<ReaderActions['highlight']>(
    async (passage, colour, comment = '') => (await add(passage, colour, comment.trim()))?.id,
    [add],
  )
  const recolour = useCallback<ReaderActions['recolour']>(
    async ({ id, rev, number }, colour, comment) => {
      const answer = await send('highlight.revise', { id, rev, colour, ...(comment.trim() === '' ? {} : { comment: comment.trim() }) })
      if (!answer.ok) return
      useLastColour.getState().use(colour)
      setSaid(strings.reader.highlighted(number))
    },
    [send],
  )
  const copyPassage = useCallback<ReaderActions['copyPassage']>(
    async (passage) => {
      // Of the past, the words alone: a highlight would have to be made for them to be led back to.
      if (isPast) return void (await copyText(passage.exact))
      const added = await add(passage, useLastColour.getState().colour, '')
      if (added && read) await copyText(quoteInLine({ exact: passage.exact, citekey: read.citekey, number: added.number }))
      return added?.id
    },
    [add, read, isPast],
  )
  const copy = useCallback<ReaderActions['copy']>(
    async ({ passage, number }) => {
      if (read) await copyText(quoteInLine({ exact: passage.exact, citekey: read.citekey, number }))
    },
    [read],
  )
  const remove = useCallback<ReaderActions['remove']>(
    async ({ id, rev, number }) => void (await send('highlight.remove', { id, rev }, { undoMessage: strings.reader.highlightRemoved(number) })),
    [send],
  )
  return { highlight, recolour, copyPassage, copy, remove, said }
}
