// Chooses insights for a report, several at once, found by their title.

import { Button, Checkbox, Group, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { Chip } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { moveFocusByKey } from '../../ui/move-focus.ts'
import { StanceCounts } from '../../ui/stance-chip.tsx'
import classes from './outline.module.css'

type InsightId = RecordId<'insight'>
type ChooserProps = { isOpen: boolean; inReport: ReadonlySet<InsightId>; onChoose: (ids: InsightId[]) => void; onClose: () => void }

const pauseMs = 150
const shownCount = 100

export function InsightChooser({ isOpen, onClose, ...props }: ChooserProps) {
  return (
    <Dialog title={strings.reports.chooseTitle} isOpen={isOpen} onClose={onClose} size="lg">
      {isOpen && <Chooser {...props} onClose={onClose} />}
    </Dialog>
  )
}

function Chooser({ inReport, onChoose, onClose }: Omit<ChooserProps, 'isOpen'>) {
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  const [filter] = useDebouncedValue(asked, pauseMs)
  // In the order in which they were chosen: that is the order in which they go into the report.
  const [chosen, setChosen] = useState<readonly InsightId[]>([])
  const { rows, total, isLoading } = useWatch('insights', { filter }, 0, shownCount)
  const list = useRef<HTMLUListElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const toggle = (id: InsightId) => setChosen((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (chosen.length > 0) onChoose([...chosen])
  }
  const handleFieldKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && !(event.key === 'Enter' && chosen.length === 0))) return
    event.preventDefault()
    list.current?.querySelector<HTMLElement>('[data-row]')?.focus()
  }
  return (
    <form onSubmit={submit}>
      <TextInput
        ref={field}
        data-autofocus
        type="search"
        aria-label={strings.reports.chooseFilter}
        placeholder={strings.reports.chooseFilter}
        maxLength={500}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          if (!(event.nativeEvent as InputEvent).isComposing) setAsked(event.currentTarget.value)
        }}
        onCompositionEnd={(event) => setAsked(event.currentTarget.value)}
        onKeyDown={handleFieldKey}
      />
      <ul
        ref={list}
        className={classes.choices}
        aria-label={strings.reports.chooseList}
        onKeyDown={(event) => moveFocusByKey(event, () => field.current?.focus())}
      >
        {rows.map((row) => (
          <li key={row.id} className={classes.choice}>
            <Checkbox
              data-row
              size="xs"
              classNames={{ label: classes.choiceLabel ?? '' }}
              checked={chosen.includes(row.id)}
              onChange={() => toggle(row.id)}
              label={row.title || strings.reports.untitledInsight}
            />
            <span className={classes.choiceFacts}>
              <StanceCounts counts={row.evidence} />
              {inReport.has(row.id) && <Chip>{strings.reports.isInReport}</Chip>}
            </span>
          </li>
        ))}
      </ul>
      <output className={classes.choiceNote}>
        {!isLoading && total === 0 && strings.reports.chooseNone}
        {total > rows.length && rows.length > 0 && strings.reports.chooseMore}
      </output>
      <Group justify="flex-end" mt="sm">
        <Button variant="default" onClick={onClose}>
          {strings.app.cancel}
        </Button>
        <Button type="submit" disabled={chosen.length === 0}>
          {strings.reports.addChosen(chosen.length)}
        </Button>
      </Group>
    </form>
  )
}
