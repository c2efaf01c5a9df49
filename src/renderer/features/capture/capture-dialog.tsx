// Quick capture: one field over whatever is shown; what is written becomes an insight, and the window stays where it is.

import { Button, Checkbox, SegmentedControl } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { insightKinds } from '../../../core/records/insight-kinds.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useClientState } from '../../notebook/use-client-state.ts'
import { useCounts } from '../../notebook/use-counts.ts'
import { strings } from '../../strings/strings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { usePassageAtHand } from '../../ui/passage-at-hand.ts'
import classes from './capture-dialog.module.css'
import { blankCapture, useCaptureDrafts } from './capture-draft.ts'
import { guessKind, guessTopics, readCapture } from './read-capture.ts'
import { TopicChips } from './topic-chips.tsx'
import { useSaveCapture } from './use-save-capture.ts'

type CaptureDialogProps = {
  /** The topic whose insights are listed: most likely it is meant. */
  topic: string | undefined
  onClose: () => void
  onOpenInsight: (id: RecordId<'insight'>) => void
}

const words = strings.capture
const kinds = insightKinds.map((kind) => ({ value: kind, label: strings.insights.kinds[kind] }))

export function CaptureDialog({ topic, onClose, onOpenInsight }: CaptureDialogProps) {
  const notebook = useClientState((state) => state.notebook?.id) ?? ''
  const draft = useCaptureDrafts(({ drafts }) => drafts[notebook]) ?? blankCapture
  const { change, discard } = useCaptureDrafts.getState()
  const counts = useCounts()
  const save = useSaveCapture(onOpenInsight)
  // As it was when the dialog came: the focus in here must not change what is cited.
  const [atHand] = useState(() => usePassageAtHand.getState().passage)
  const [isCiting, setIsCiting] = useState(true)
  const [isSaving, setIsSaving] = useState(false)

  const captured = readCapture(draft.text)
  const kind = draft.kind ?? guessKind(captured)
  const known = [...counts.keys()].flatMap((key) => (key.startsWith('topic:') ? [key.slice('topic:'.length)] : []))
  const guessed = new Set([...guessTopics(draft.text, known), ...(topic === undefined ? [] : [topic])])
  const topics = [...new Set([...guessed, ...Object.keys(draft.topics)])].filter((name) => draft.topics[name] ?? guessed.has(name))
  const isBlank = draft.text.trim() === ''

  const submit = async () => {
    if (isBlank || isSaving) return
    setIsSaving(true)
    const isSaved = await save({ ...captured, kind, topics, cited: isCiting ? atHand : undefined })
    setIsSaving(false)
    if (!isSaved) return
    discard(notebook)
    onClose()
  }
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void submit()
  }
  return (
    <Dialog title={words.capture} isOpen onClose={onClose} size="md" keepsSelection>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: one key for all of its fields, as a form has Enter */}
      <div className={classes.form} onKeyDown={handleKey}>
        <textarea
          ref={focusAtEnd}
          data-autofocus
          className={classes.text}
          aria-label={words.text}
          placeholder={words.placeholder}
          rows={5}
          value={draft.text}
          onChange={(event) => change(notebook, { text: event.currentTarget.value })}
        />
        <SegmentedControl
          aria-label={words.kind}
          size="xs"
          fullWidth
          transitionDuration={0}
          value={kind}
          onChange={(value) => change(notebook, { kind: insightKinds.find((each) => each === value) })}
          data={kinds}
        />
        <TopicChips known={known} chosen={topics} onChange={(name, isOn) => change(notebook, { topics: { ...draft.topics, [name]: isOn } })} />
        {atHand && (
          <div className={classes.cite}>
            <Checkbox
              size="xs"
              label={atHand.kind === 'selection' ? words.citeSelection : words.cite(`${atHand.citekey} h${atHand.number}`)}
              checked={isCiting}
              onChange={(event) => setIsCiting(event.currentTarget.checked)}
            />
            <blockquote className={classes.quote} lang={atHand.language || undefined}>
              {atHand.exact}
            </blockquote>
          </div>
        )}
        <div className={classes.end}>
          <span className={classes.kept}>{isBlank ? '' : words.later}</span>
          {!isBlank && (
            <Button
              variant="subtle"
              color="gray"
              onClick={() => {
                discard(notebook)
                onClose()
              }}
            >
              {words.discard}
            </Button>
          )}
          <Button disabled={isBlank} loading={isSaving} rightSection={<KeyHint keys="Mod+Enter" />} onClick={() => void submit()}>
            {words.save}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** At once: a focus that comes a moment later loses the first letters. */
function focusAtEnd(field: HTMLTextAreaElement | null): void {
  field?.focus()
  field?.setSelectionRange(field.value.length, field.value.length)
}
