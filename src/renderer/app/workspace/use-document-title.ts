// What a tab is called: the title of its document as it is now, and whether it is there at all.

import { useDrafts } from '../../notebook/drafts.ts'
import { useRecord } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { languageOfTitle } from '../../ui/guess-language.ts'
import { kindOf, type TabDocument } from './workspace.ts'

export type DocumentTitle = {
  text: string
  lang: string | undefined
  phase: 'loading' | 'here' | 'trash' | 'gone'
  isUnsaved: boolean
}

export function useDocumentTitle(document: TabDocument): DocumentTitle {
  const isInsight = kindOf(document) === 'insight'
  const insight = useRecord('insight', isInsight ? (document as `insight:${string}`) : undefined)
  const source = useRecord('source', isInsight ? undefined : (document as `source:${string}`))
  const isUnsaved = useDrafts((drafts) => drafts.open.has(document))
  const record = isInsight ? insight : source
  if (record === undefined) return { text: strings.workspace.loading, lang: undefined, phase: 'loading', isUnsaved }
  if (record === null) return { text: strings.workspace.gone, lang: undefined, phase: 'gone', isUnsaved }
  const title = record.title.trim()
  const untitled = isInsight ? strings.workspace.untitledInsight : strings.workspace.untitledSource
  return {
    text: title || untitled,
    lang: title ? languageOfTitle(title, isInsight ? '' : (source?.language ?? '')) : undefined,
    phase: record.removedAt === undefined ? 'here' : 'trash',
    isUnsaved,
  }
}
