// The note itself, to write or to read.

import type { Ref } from 'react'
import { useDraftState } from '../../notebook/draft-hooks.ts'
import { useKeepImage } from '../../notebook/use-keep-image.tsx'
import { strings } from '../../strings/strings.ts'
import { MarkdownEditor, type MarkdownEditorHandle } from '../../ui/markdown-editor/markdown-editor.tsx'
import type { NoteLinks } from '../../ui/markdown-editor/note-links.ts'
import { NoteReader } from '../../ui/markdown-editor/note-reader.tsx'
import { languageOf } from './guess-language.ts'
import type { InsightDraft } from './open-insight.tsx'

type InsightBodyProps = {
  draft: InsightDraft
  links: NoteLinks
  isReading: boolean
  editor: Ref<MarkdownEditorHandle>
  onSelect: (text: string) => void
}

export function InsightBody({ draft, links, isReading, editor, onSelect }: InsightBodyProps) {
  const body = useDraftState(draft, (state) => state.content?.body ?? '')
  const lang = languageOf(body)
  const keepImage = useKeepImage()
  if (isReading) return <NoteReader markdown={body} links={links} lang={lang} label={strings.insights.body} />
  return (
    <MarkdownEditor
      ref={editor}
      value={body}
      onChange={(text) => draft.edit('body', text)}
      onBlur={() => draft.flush()}
      onCompose={(isComposing) => draft.compose(isComposing)}
      label={strings.insights.body}
      placeholder={strings.insights.bodyPlaceholder}
      lang={lang}
      links={links}
      keepImage={keepImage}
      onSelect={onSelect}
    />
  )
}
