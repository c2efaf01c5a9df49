// Prose of the outline: rendered until it is edited, then its Markdown in place.

import { Textarea } from '@mantine/core'
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useState } from 'react'
import { renderMarkdown } from '../../../core/markdown/render-markdown.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import type { OutlineItem } from '../../../core/records/report.ts'
import { enReports } from '../../strings/en-reports.ts'
import prose from '../../ui/prose.module.css'
import { SafeHtml } from '../../ui/safe-html.tsx'
import { DraftConflict } from './draft-conflict.tsx'
import classes from './outline.module.css'
import { itemDraftId, type ReportFeed } from './report-drafts.ts'
import { fieldOf, useDraftedTexts } from './use-text-draft.ts'

type Prose = Extract<OutlineItem, { type: 'prose' }>
type ProseItemProps = { report: RecordId<'report'>; feed: ReportFeed; item: Prose; hasFocus: boolean; onDone: () => void }

export function ProseItem({ report, feed, item, hasFocus, onDone }: ProseItemProps) {
  const [isEditing, setIsEditing] = useState(hasFocus)
  const kind = useMemo(() => feed.draftOf(item.key), [feed, item.key])
  const draft = fieldOf(useDraftedTexts(kind, itemDraftId(report, item.key)), 'text', item.markdown)
  useEffect(() => {
    if (hasFocus) setIsEditing(true)
  }, [hasFocus])
  const finish = () => {
    setIsEditing(false)
    onDone()
  }
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Escape') return
    event.preventDefault()
    finish()
  }
  return (
    <>
      {isEditing ? (
        <Textarea
          autosize
          autoFocus
          minRows={2}
          maxRows={30}
          classNames={{ input: classes.proseInput ?? '' }}
          aria-label={enReports.proseText}
          placeholder={enReports.prosePlaceholder}
          value={draft.text}
          onChange={(event) => draft.edit(event.currentTarget.value)}
          onKeyDown={handleKey}
          onCompositionStart={draft.events.onCompositionStart}
          onCompositionEnd={draft.events.onCompositionEnd}
          onBlur={() => {
            draft.flush()
            if (!draft.conflict && document.hasFocus()) setIsEditing(false)
          }}
        />
      ) : (
        <ShownProse markdown={draft.text} onEdit={() => setIsEditing(true)} />
      )}
      <DraftConflict draft={draft} />
    </>
  )
}

/** A click anywhere but on a link begins to edit; the row's own button does it from the keyboard. */
function ShownProse({ markdown, onEdit }: { markdown: string; onEdit: () => void }) {
  const html = useMemo(() => renderMarkdown(markdown).html, [markdown])
  const handleClick = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault()
    if (getSelection()?.isCollapsed !== false) onEdit()
  }
  if (markdown.trim() === '') {
    return (
      <button type="button" className={classes.emptyProse} onClick={onEdit}>
        {enReports.emptyProse}
      </button>
    )
  }
  return <SafeHtml html={html} className={`${prose.prose} ${classes.shownProse}`} onClick={handleClick} />
}
