// While a highlight waits for other words: what to do, and the button that ties it to what is selected.

import { Button } from '@mantine/core'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { useRelinking } from '../../ui/relinking.ts'
import classes from './reader-view.module.css'
import type { SelectedPassage } from './selected-passage.ts'
import { keepsSelection } from './use-text-selection.ts'

const words = strings.revisions

type RelinkBarProps = {
  source: RecordId<'source'>
  /** Read when the button is pressed. */
  selectedNow: () => SelectedPassage | undefined
  hasSelection: boolean
  onDone: (highlight: RecordId<'highlight'>) => void
}

export function RelinkBar({ source, selectedNow, hasSelection, onDone }: RelinkBarProps) {
  const wanted = useRelinking((state) => state.wanted)
  const end = useRelinking((state) => state.end)
  const send = useSend()
  if (wanted?.source !== source) return null
  const relink = async () => {
    const selected = selectedNow()
    if (!selected) return
    const { start, end: to, exact } = selected
    const answer = await send('highlight.relink', { id: wanted.highlight, start, end: to, exact }, { undoMessage: words.relinked(wanted.name) })
    if (!answer.ok) return
    end()
    onDone(wanted.highlight)
  }
  return (
    <div className={classes.relink} role="status" {...keepsSelection}>
      <span>{words.relinking(wanted.name)}</span>
      <Button size="compact-sm" disabled={!hasSelection} onMouseDown={(event) => event.preventDefault()} onClick={() => void relink()}>
        {words.relinkHere(wanted.name)}
      </Button>
      <Button size="compact-sm" variant="default" onClick={end}>
        {words.cancel}
      </Button>
    </div>
  )
}
