// One insight as it lies open: its title and facts, its note to write or to read, its evidence, and the notes that link to it.

import { ActionIcon } from '@mantine/core'
import { IconBook2, IconPencil } from '@tabler/icons-react'
import { useCallback, useRef, useState } from 'react'
import { linkedTitle } from '../../../core/markdown/link-targets.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAction } from '../../keys/actions.ts'
import type { Draft } from '../../notebook/draft.ts'
import { useDraftState } from '../../notebook/draft-hooks.ts'
import type { InsightContent, InsightInfo } from '../../notebook/draft-kinds.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import type { MarkdownEditorHandle } from '../../ui/markdown-editor/markdown-editor.tsx'
import { useNoteLinks } from '../../ui/markdown-editor/use-note-links.ts'
import { Pane } from '../../ui/pane.tsx'
import { offerToast } from '../../ui/undo-toast.tsx'
import { Backlinks } from './backlinks.tsx'
import { DraftNotices } from './draft-notices.tsx'
import { EvidenceSection } from './evidence-section.tsx'
import { InsightActions } from './insight-actions.tsx'
import { InsightBody } from './insight-body.tsx'
import { InsightFacts } from './insight-facts.tsx'
import type { InsightPaneProps } from './insight-pane.tsx'
import { InsightTitle } from './insight-title.tsx'
import { TimeAgo } from './time-ago.tsx'
import { useAddEvidence } from './use-add-evidence.ts'
import { WordCount } from './word-count.tsx'

export type InsightDraft = Draft<InsightContent, InsightInfo>

const readingKey = 'footing.reading'

export function OpenInsight({
  id,
  draft,
  onOpenPassage,
  onOpenInsight,
  onClose,
}: InsightPaneProps & { id: RecordId<'insight'>; draft: InsightDraft }) {
  const send = useSend()
  const editor = useRef<MarkdownEditorHandle>(null)
  const isNoteWanted = useRef(false)
  const addEvidence = useAddEvidence(id)
  const title = useDraftState(draft, (state) => state.content?.title ?? '')
  const updatedAt = useDraftState(draft, (state) => state.info?.updatedAt)
  const [isReading, setIsReading] = useState(() => sessionStorage.getItem(readingKey) === 'yes')
  const [selected, setSelected] = useState('')
  const toggleReading = useCallback(() => {
    draft.flush()
    setIsReading((was) => {
      sessionStorage.setItem(readingKey, was ? 'no' : 'yes')
      return !was
    })
  }, [draft])
  // The editor comes in a file of its own, and not while the note is read: whoever goes on to the note arrives as soon as it is there.
  const holdEditor = useCallback((handle: MarkdownEditorHandle | null) => {
    editor.current = handle
    if (!handle || !isNoteWanted.current) return
    isNoteWanted.current = false
    handle.focus('start')
  }, [])
  const goToNote = () => {
    if (editor.current) return editor.current.focus('start')
    isNoteWanted.current = true
    if (isReading) toggleReading()
  }
  const readingLabel = isReading ? strings.insights.writingView : strings.insights.readingView
  useAction({ id: 'insight.reading', run: toggleReading })

  const createInsight = async (title: string) => {
    const answer = await send('insight.add', { title })
    if (answer.ok) onOpenInsight(answer.result.id)
  }
  const links = useNoteLinks({
    onOpenPassage,
    onOpenInsight,
    onMissingInsight: (written) => {
      const title = linkedTitle(written)
      offerToast(strings.insights.createMissing(title), strings.insights.create, () => void createInsight(title))
    },
    onCite: (highlight) => void addEvidence(highlight, 'supports', { isQuietWhereThere: true }),
    checks: id,
  })

  return (
    <Pane
      label={strings.app.insight}
      onClose={onClose}
      tools={
        <>
          {updatedAt && <TimeAgo at={updatedAt} render={strings.insights.edited} />}
          <ActionIcon
            variant={isReading ? 'light' : 'subtle'}
            color={isReading ? 'teal' : 'gray'}
            size="sm"
            aria-label={readingLabel}
            aria-pressed={isReading}
            title={readingLabel}
            onClick={toggleReading}
          >
            {isReading ? <IconPencil size={15} /> : <IconBook2 size={15} />}
          </ActionIcon>
          <InsightActions id={id} draft={draft} />
        </>
      }
    >
      <DraftNotices id={id} draft={draft} />
      <InsightTitle draft={draft} onEnter={goToNote} />
      <InsightFacts draft={draft} />
      <InsightBody draft={draft} links={links} isReading={isReading} editor={holdEditor} onSelect={setSelected} />
      <WordCount draft={draft} selected={isReading ? '' : selected} />
      <EvidenceSection insight={id} title={title} onOpenPassage={onOpenPassage} />
      <Backlinks insight={id} title={title} onOpenInsight={onOpenInsight} />
    </Pane>
  )
}
