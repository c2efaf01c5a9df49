// The links of a note over this window's notebook.

import { useEffect, useMemo, useRef } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { FigureBook } from './figure-book.ts'
import { LinkBook } from './link-book.ts'
import type { NoteLinks, OpenPassage } from './note-links.ts'

type Followers = {
  onOpenPassage: OpenPassage
  onOpenInsight: (id: RecordId<'insight'>) => void
  /** A wikilink to a title that no insight has was followed. */
  onMissingInsight?: (title: string) => void
  onCite?: (highlight: RecordId<'highlight'>) => void
  /** The insight whose note it is: its figures are compared with the passages that it cites. The same for as long as the component is shown. */
  checks?: RecordId<'insight'>
}

/** The same object as long as the component is shown; the followers may change at every rendering. */
export function useNoteLinks(followers: Followers): NoteLinks {
  const client = useClient()
  const latest = useRef(followers)
  latest.current = followers
  const book = useMemo(() => new LinkBook(client), [client])
  useEffect(() => () => book.close(), [book])
  const { checks } = followers
  const figures = useMemo(() => (checks ? new FigureBook(client, checks) : undefined), [client, checks])
  useEffect(() => () => figures?.close(), [figures])
  return useMemo<NoteLinks>(
    () => ({
      book,
      figures,
      suggestCitations: async (text) => {
        const answer = await client.ask('suggest.citations', { text, limit: 30 })
        return answer.ok ? answer.value : []
      },
      suggestInsights: async (text) => {
        const answer = await client.ask('suggest.insights', { text, limit: 30 })
        return answer.ok ? answer.value : []
      },
      openCitation: ({ source, highlight }) => latest.current.onOpenPassage({ source, ...(highlight ? { highlight } : {}) }),
      openInsight: (title, id) => (id ? latest.current.onOpenInsight(id) : latest.current.onMissingInsight?.(title)),
      onCite: (highlight) => latest.current.onCite?.(highlight),
    }),
    [client, book, figures],
  )
}
