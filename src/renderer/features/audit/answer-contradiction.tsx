// A contradiction is answered by the note of its evidence: why the insight stands all the same.

import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import classes from './audit-view.module.css'

const words = strings.audit

export function AnswerContradiction({ evidence }: { evidence: RecordId<'evidence'> }) {
  const send = useSend()
  const [note, setNote] = useState('')
  const save = async () => {
    if (note.trim() !== '') await send('evidence.revise', { id: evidence, note: note.trim() }, { undoMessage: words.answered })
  }
  return (
    <div className={classes.answer}>
      <Textarea
        label={words.answer}
        placeholder={words.answerHint}
        value={note}
        autosize
        minRows={2}
        maxRows={8}
        onChange={(event) => setNote(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
          event.preventDefault()
          void save()
        }}
      />
      <Button size="compact-sm" disabled={note.trim() === ''} onClick={() => void save()}>
        {words.save}
      </Button>
    </div>
  )
}
