// Prose of the outline: as it reads until it is edited, then its Markdown in place.

import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useState } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import type { OutlineItem } from '../../../core/records/report.ts'
import { useKeepImage } from '../../notebook/use-keep-image.tsx'
import { strings } from '../../strings/strings.ts'
import { MarkdownEditor } from '../../ui/markdown-editor/markdown-editor.tsx'
import type { NoteLinks } from '../../ui/markdown-editor/note-links.ts'
import { NoteReader } from '../../ui/markdown-editor/note-reader.tsx'
import { DraftConflict } from './draft-conflict.tsx'
import classes from './outline.module.css'
import { itemDraftId, type ReportFeed } from './report-drafts.ts'
import { fieldOf, useDraftedTexts } from './use-text-draft.ts'

type ProseItemProps = {
  report: RecordId<'report'>
  feed: ReportFeed
  item: Extract<OutlineItem, { type: 'prose' }>
  links: NoteLinks
  focusRequest: number
  onDone: () => void
}

export function ProseItem({ report, feed, item, links, focusRequest, onDone }: ProseItemProps) {
  const [isEditing, setIsEditing] = useState(focusRequest > 0)
  const keepImage = useKeepImage()
  const kind = useMemo(() => feed.draftOf(item.key), [feed, item.key])
  const draft = fieldOf(useDraftedTexts(kind, itemDraftId(report, item.key)), 'text', item.markdown)
  useEffect(() => {
    if (focusRequest > 0) setIsEditing(true)
  }, [focusRequest])
  const leave = () => {
    draft.flush()
    // Another window or a dialog of the system came in front: the editor stays for when this one is back.
    if (document.hasFocus()) setIsEditing(false)
  }
  const handleKey = (event: KeyboardEvent) => {
    // The editor closes its own list of suggestions first.
    if (event.nativeEvent.isComposing || event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    setIsEditing(false)
    onDone()
  }
  return (
    <>
      {isEditing ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only hears Escape from the editor inside
        <div className={classes.proseEditor} onKeyDown={handleKey}>
          <MarkdownEditor
            keepImage={keepImage}
            autoFocus
            label={strings.reports.proseText}
            placeholder={strings.reports.prosePlaceholder}
            links={links}
            value={draft.written}
            onChange={draft.write}
            onCompose={draft.compose}
            onBlur={leave}
          />
        </div>
      ) : (
        <ShownProse markdown={draft.written} links={links} onEdit={() => setIsEditing(true)} />
      )}
      <DraftConflict draft={draft} />
    </>
  )
}

/** A click anywhere but on a link begins to edit; the row's own button and Enter on its handle do it from the keyboard. */
function ShownProse({ markdown, links, onEdit }: { markdown: string; links: NoteLinks; onEdit: () => void }) {
  const handleClick = (event: MouseEvent<HTMLElement>) => {
    const isLink = event.target instanceof Element && event.target.closest('a, summary') !== null
    if (!isLink && getSelection()?.isCollapsed !== false) onEdit()
  }
  if (markdown.trim() === '') {
    return (
      <button type="button" className={classes.emptyProse} onClick={onEdit}>
        {strings.reports.emptyProse}
      </button>
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer alone; the row has a button that does the same
    // biome-ignore lint/a11y/useKeyWithClickEvents: for the pointer alone; the row has a button that does the same
    <div className={classes.shownProse} onClick={handleClick}>
      <NoteReader markdown={markdown} links={links} label={strings.reports.prose} />
    </div>
  )
}
