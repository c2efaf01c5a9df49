// The tools in the reader's head: the list of highlights, editing and removing the source.

import { ActionIcon } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import type { Source } from '../../../core/records/source.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { enReader } from '../../strings/en-reader.ts'
import classes from './reader-view.module.css'

type ReaderToolsProps = {
  source: Source
  highlightCount: number
  isListOpen: boolean
  onToggleList: () => void
  onEdit: () => void
  onRemoved: () => void
}

export function ReaderTools({ source: { id, rev, title }, highlightCount, isListOpen, onToggleList, onEdit, onRemoved }: ReaderToolsProps) {
  const send = useSend()
  const remove = async () => {
    const answer = await send('source.remove', { id, rev }, { undoMessage: enReader.sourceRemoved(title) })
    if (answer.ok) onRemoved()
  }
  return (
    <>
      <button type="button" className={classes.toggle} aria-pressed={isListOpen} title={`${enReader.showHighlights} (L)`} onClick={onToggleList}>
        {enReader.highlights(highlightCount)}
      </button>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={enReader.editSource} title={`${enReader.editSource} (I)`} onClick={onEdit}>
        <IconPencil size={15} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={enReader.removeSource}
        title={enReader.removeSource}
        onClick={() => void remove()}
      >
        <IconTrash size={15} />
      </ActionIcon>
    </>
  )
}
