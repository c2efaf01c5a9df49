// Chooses what goes into a report from a list, several at once, found by their name: insights, or metrics whose chart it is to show.

import { Button, Checkbox, Group, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { Chip } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FigureStateChip } from '../../ui/figure-state.tsx'
import { moveFocusByKey } from '../../ui/move-focus.ts'
import { StanceCounts } from '../../ui/stance-chip.tsx'
import classes from './outline.module.css'

export type ChosenId = RecordId<'insight'> | RecordId<'metric'>
export type ChosenKind = 'insight' | 'chart'
type ChooserProps = { kind: ChosenKind | undefined; inReport: ReadonlySet<ChosenId>; onChoose: (ids: ChosenId[]) => void; onClose: () => void }

const pauseMs = 150
const shownCount = 100

/** Closed where there is no `kind`. */
export function OutlineChooser({ kind, ...props }: ChooserProps) {
  return (
    <Dialog title={strings.reports.choosing[kind ?? 'insight'].title} isOpen={kind !== undefined} onClose={props.onClose} size="lg">
      {kind === 'insight' && <InsightChooser {...props} />}
      {kind === 'chart' && <ChartChooser {...props} />}
    </Dialog>
  )
}

type ListProps = Omit<ChooserProps, 'kind'>

function InsightChooser({ inReport, ...props }: ListProps) {
  const [filter, setFilter] = useState('')
  const { rows, total, isLoading } = useWatch('insights', { filter }, 0, shownCount)
  const choices = rows.map(({ id, title, evidence }) => ({
    id,
    label: title || strings.reports.untitledInsight,
    facts: (
      <>
        <StanceCounts counts={evidence} />
        {inReport.has(id) && <Chip>{strings.reports.isInReport}</Chip>}
      </>
    ),
  }))
  return <Chooser {...props} words={strings.reports.choosing.insight} choices={choices} total={total} isLoading={isLoading} onFilter={setFilter} />
}

function ChartChooser({ inReport, ...props }: ListProps) {
  const [filter, setFilter] = useState('')
  const { rows, total, isLoading } = useWatch('metrics', { filter, order: 'name' }, 0, shownCount)
  const choices = rows.map(({ id, name, entityName, figureCount, state }) => ({
    id,
    label: [name, entityName].filter(Boolean).join(' · '),
    facts: (
      <>
        <span className={classes.count}>{strings.reports.figureCount(figureCount)}</span>
        <FigureStateChip state={state} />
        {inReport.has(id) && <Chip>{strings.reports.isInReport}</Chip>}
      </>
    ),
  }))
  return <Chooser {...props} words={strings.reports.choosing.chart} choices={choices} total={total} isLoading={isLoading} onFilter={setFilter} />
}

type ChooserListProps = Omit<ListProps, 'inReport'> & {
  words: (typeof strings.reports.choosing)[ChosenKind]
  choices: readonly { id: ChosenId; label: string; facts: ReactNode }[]
  total: number
  isLoading: boolean
  onFilter: (text: string) => void
}

function Chooser({ words, choices, total, isLoading, onFilter, onChoose, onClose }: ChooserListProps) {
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  const [settled] = useDebouncedValue(asked, pauseMs)
  // In the order in which they were chosen: that is the order in which they go into the report.
  const [chosen, setChosen] = useState<readonly ChosenId[]>([])
  const list = useRef<HTMLUListElement>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => onFilter(settled), [onFilter, settled])
  const toggle = (id: ChosenId) => setChosen((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]))
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
        aria-label={words.filter}
        placeholder={words.filter}
        maxLength={500}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          if (!(event.nativeEvent as InputEvent).isComposing) setAsked(event.currentTarget.value)
        }}
        onCompositionEnd={(event) => setAsked(event.currentTarget.value)}
        onKeyDown={handleFieldKey}
      />
      <ul ref={list} className={classes.choices} aria-label={words.list} onKeyDown={(event) => moveFocusByKey(event, () => field.current?.focus())}>
        {choices.map(({ id, label, facts }) => (
          <li key={id} className={classes.choice}>
            <Checkbox
              data-row
              size="xs"
              classNames={{ label: classes.choiceLabel ?? '' }}
              checked={chosen.includes(id)}
              onChange={() => toggle(id)}
              label={label}
            />
            <span className={classes.choiceFacts}>{facts}</span>
          </li>
        ))}
      </ul>
      <output className={classes.choiceNote}>
        {!isLoading && total === 0 && (settled === '' ? words.empty : words.none)}
        {total > choices.length && choices.length > 0 && strings.reports.chooseMore}
      </output>
      <Group justify="flex-end" mt="sm">
        <Button variant="default" onClick={onClose}>
          {strings.app.cancel}
        </Button>
        <Button type="submit" disabled={chosen.length === 0}>
          {words.add(chosen.length)}
        </Button>
      </Group>
    </form>
  )
}
