// What the analyst says of a figure: its metric, whom it is of, of when it is, and whether it is what was or what is expected.

import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { timeWords } from '../../../core/ledger/amount-words.ts'
import type { FigureSuggestion } from '../../../core/ledger/ledger-answers.ts'
import type { FigureRow } from '../../../core/queries/ledger-queries.ts'
import { type FigureBasis, figureBases } from '../../../core/records/figure.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { type EntityChoice, EntityChooser } from '../../ui/entity-chooser.tsx'
import { guessLanguage } from '../../ui/guess-language.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { type MetricChoice, MetricChooser } from '../../ui/metric-chooser.tsx'
import { TimeField, timeTyped } from '../../ui/time-field.tsx'
import classes from './figure-card.module.css'
import { readAmount } from './read-amount.ts'

const words = strings.figures
/** Of what is less likely, the analyst chooses. */
const likely = 0.45

export type FigureFormProps = {
  place: { source: RecordId<'source'>; text: RecordId<'text'>; start: number; end: number }
  row: FigureRow | undefined
  /** Without one, the analyst has to say what it is. */
  hasAmount: boolean
  suggestion: FigureSuggestion | undefined
  language: string
  isReadOnly: boolean
  keepsAtOnce: boolean
  onDone: () => void
}

export function FigureForm({ place, row, hasAmount, suggestion, language, isReadOnly, keepsAtOnce, onDone }: FigureFormProps) {
  const send = useSend()
  const client = useClient()
  const [metric, setMetric] = useState(() => metricAtFirst(row, suggestion))
  const [saidEntity, setEntity] = useState<{ choice: EntityChoice | undefined }>()
  const [asOf, setAsOf] = useState(() => {
    const time = row ? row.asOf : suggestion?.asOf?.time
    return time ? timeWords(time) : ''
  })
  const [basis, setBasis] = useState<FigureBasis>(row?.basis ?? suggestion?.basis ?? 'actual')
  const [readAs, setReadAs] = useState<string | undefined>(hasAmount ? undefined : '')
  const [isTried, setIsTried] = useState(false)
  const suggested = suggestion?.metrics.map(({ id, name, entityName, shared }) => {
    const around = shared.length > 0 ? words.because(shared.slice(0, 3).join(', ')) : ''
    return { id, name, entityName, detail: [entityName, around].filter(Boolean).join(' · ') }
  })
  // Until something else is said, a figure is of whom its metric is of.
  const followed = entityOf(row, suggestion, metric)
  const entity = saidEntity ? saidEntity.choice : followed

  const save = async () => {
    setIsTried(true)
    const time = timeTyped(asOf)
    const corrected = readAs?.trim() ? readAmount(readAs, language) : undefined
    if (time === undefined || (readAs?.trim() && !corrected) || (!hasAmount && !corrected)) return
    // Whoever types a name faster than the list comes means the metric that has it.
    const named = metric && !metric.id ? await client.ask('metric.named', { names: [metric.name] }) : undefined
    const metricId = metric?.id ?? ((named?.ok && named.value[0]) || undefined)
    const newEntity = saidEntity?.choice && !saidEntity.choice.id ? saidEntity.choice.name : undefined
    // Of a metric that there is, the host knows whom it is of.
    const entityId = saidEntity ? saidEntity.choice?.id : metric?.id || !metricId ? followed?.id : undefined
    const content = {
      basis,
      ...(metricId ? { metric: metricId } : metric ? { newMetric: { name: metric.name } } : {}),
      ...(entityId ? { entity: entityId } : newEntity ? { newEntity: { name: newEntity, language: guessLanguage(newEntity) } } : {}),
      ...(time === 'none' ? {} : { asOf: time }),
      ...(corrected ? { corrected } : {}),
    }
    const answer = row
      ? await send('figure.revise', {
          id: row.id,
          rev: row.rev,
          ...(metric ? {} : { metric: null }),
          ...(saidEntity && !saidEntity.choice ? { entity: null } : {}),
          ...(time === 'none' ? { asOf: null } : {}),
          ...content,
        })
      : await send('figure.keep', { ...place, ...content })
    if (answer.ok) onDone()
  }
  const latest = useRef(save)
  latest.current = save
  useEffect(() => {
    if (keepsAtOnce) void latest.current()
  }, [keepsAtOnce])
  const form = useRef<HTMLFormElement>(null)
  // The card has the focus before there is a field in it.
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true }), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save()
  }

  return (
    <form ref={form} className={classes.form} onSubmit={submit}>
      <fieldset disabled={isReadOnly} className={classes.fields}>
        {readAs === undefined ? (
          <button type="button" className={classes.link} onClick={() => setReadAs('')}>
            {words.readAsOpen}
          </button>
        ) : (
          <TextInput
            size="xs"
            label={words.readAs}
            placeholder={words.readAsHint}
            value={readAs}
            maxLength={200}
            data-autofocus={!hasAmount || undefined}
            error={isTried && (readAs.trim() !== '' || !hasAmount) && !readAmount(readAs, language) ? words.notAFigure : undefined}
            onChange={(event) => setReadAs(event.currentTarget.value)}
          />
        )}
        <MetricChooser chosen={metric} onChoose={setMetric} suggested={suggested ?? []} autoFocus={hasAmount} />
        <EntityChooser chosen={entity} onChoose={(choice) => setEntity({ choice })} />
        <TimeField
          text={asOf}
          onText={setAsOf}
          hasError={isTried}
          note={!row && suggestion?.asOf && asOf === timeWords(suggestion.asOf.time) ? words.asOfFrom(suggestion.asOf.written) : undefined}
        />
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={words.basis}
          value={basis}
          onChange={(value) => setBasis(value as FigureBasis)}
          data={figureBases.map((value) => ({ value, label: words.bases[value] }))}
        />
      </fieldset>
      {!isReadOnly && (
        <Button type="submit" size="compact-sm" fullWidth rightSection={<KeyHint keys="Enter" />}>
          {row ? words.save : words.keepIt}
        </Button>
      )}
    </form>
  )
}

function metricAtFirst(row: FigureRow | undefined, suggestion: FigureSuggestion | undefined): MetricChoice | undefined {
  if (row) return row.metric && { id: row.metric, name: row.metricName }
  const [best] = suggestion?.metrics ?? []
  return best && best.score >= likely ? { id: best.id, name: best.name, entityName: best.entityName } : undefined
}

/** Without an id where the host takes over whom the metric is of. */
function entityOf(row: FigureRow | undefined, suggestion: FigureSuggestion | undefined, metric: MetricChoice | undefined): EntityChoice | undefined {
  if (row && metric?.id === row.metric) return row.entity && { id: row.entity, name: row.entityName }
  return metric?.id && metric.entityName ? { name: metric.entityName } : suggestion?.entity
}
