// The tools in the reader's head: the list of highlights, editing and removing the source.

import { ActionIcon } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import type { Source } from '../../../core/records/source.ts'
import { useAction } from '../../keys/actions.ts'
import { useKeyProps } from '../../keys/aria-keys.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
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
  const listKeys = useKeyProps('reader.list', strings.reader.showHighlights)
  const removeKeys = useKeyProps('reader.remove-source', strings.reader.removeSource)
  const editKeys = useKeyProps('reader.edit', strings.reader.editSource)
  const remove = async () => {
    const answer = await send('source.remove', { id, rev }, { undoMessage: strings.reader.sourceRemoved(title) })
    if (answer.ok) onRemoved()
  }
  useAction({ id: 'reader.remove-source', run: () => void remove() })
  return (
    <>
      <button type="button" className={classes.toggle} aria-pressed={isListOpen} {...listKeys} onClick={onToggleList}>
        {strings.reader.highlights(highlightCount)}
      </button>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={strings.reader.editSource} {...editKeys} onClick={onEdit}>
        <IconPencil size={15} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={strings.reader.removeSource} {...removeKeys} onClick={() => void remove()}>
        <IconTrash size={15} />
      </ActionIcon>
    </>
  )
}
