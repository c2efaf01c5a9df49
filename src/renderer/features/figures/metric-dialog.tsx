// A metric as the analyst defines it: its name, whom it is of, what it is counted in, the rules that tie it to others, and a formula over them.

import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import type { MetricRow } from '../../../core/queries/metric-queries.ts'
import { figureKinds } from '../../../core/records/figure.ts'
import type { MetricRule } from '../../../core/records/metric.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { type EntityChoice, EntityChooser } from '../../ui/entity-chooser.tsx'
import { guessLanguage } from '../../ui/guess-language.ts'
import classes from './figure-dialogs.module.css'
import { formulaOf, namesIn, shownFormula } from './formula-names.ts'
import { RuleFields } from './rule-fields.tsx'

const words = strings.figures

type MetricDialogProps = { id: RecordId<'metric'> | undefined; onClose: () => void; onSaved: (id: RecordId<'metric'>) => void }

export function MetricDialog({ id, onClose, onSaved }: MetricDialogProps) {
  const { rows, isLoading } = useWatch('metric', id && { id }, 0, 1)
  const [metric] = rows
  return (
    <Dialog title={id ? words.edit : words.newMetricAction} isOpen onClose={onClose} size="md">
      {(id === undefined || (!isLoading && metric)) && <MetricForm metric={metric} onClose={onClose} onSaved={onSaved} />}
    </Dialog>
  )
}

type MetricFormProps = { metric: MetricRow | undefined; onClose: () => void; onSaved: (id: RecordId<'metric'>) => void }

function MetricForm({ metric, onClose, onSaved }: MetricFormProps) {
  const send = useSend()
  const client = useClient()
  const [name, setName] = useState(metric?.name ?? '')
  const [entity, setEntity] = useState<EntityChoice | undefined>(metric?.entity && { id: metric.entity, name: metric.entityName })
  const [kind, setKind] = useState(metric?.kind ?? 'money')
  const [currency, setCurrency] = useState(metric?.currency ?? '')
  const [unit, setUnit] = useState(metric?.unit ?? '')
  const [note, setNote] = useState(metric?.note ?? '')
  const [rules, setRules] = useState<readonly MetricRule[]>(metric?.rules ?? [])
  const [formula, setFormula] = useState(() =>
    shownFormula(metric?.formula ?? '', new Map(metric?.derived?.bases.map((base) => [base.metric as string, base.name]))),
  )
  const [problem, setProblem] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed anew is tried anew
  useEffect(() => setProblem(undefined), [formula])
  const code = currency.trim().toUpperCase()
  const isCurrency = code === '' || /^[A-Z]{3}$/.test(code)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || !isCurrency) return
    const ids = await readNames()
    if (!ids) return
    const written = formula.trim() === '' ? undefined : formulaOf(formula.trim(), ids)
    const made = entity && !entity.id ? await send('entity.add', { names: [{ name: entity.name, language: guessLanguage(entity.name) }] }) : undefined
    if (made && !made.ok) return
    const entityId = made?.ok ? made.result.id : entity?.id
    const content = { name: name.trim(), kind, note, rules: [...rules] }
    const answer = metric
      ? await send('metric.revise', {
          id: metric.id,
          rev: metric.rev,
          ...content,
          entity: entityId ?? null,
          currency: code || null,
          unit: unit.trim() || null,
          formula: written ?? null,
        })
      : await send('metric.add', {
          ...content,
          ...(entityId ? { entity: entityId } : {}),
          ...(code ? { currency: code } : {}),
          ...(unit.trim() ? { unit: unit.trim() } : {}),
          ...(written ? { formula: written } : {}),
        })
    if (answer.ok) onSaved(answer.result.id)
  }
  /** The ids of the metrics that the formula names. */
  const readNames = async () => {
    const names = namesIn(formula)
    const ids = new Map<string, RecordId<'metric'>>()
    const answer = names.length === 0 ? undefined : await client.ask('metric.named', { names })
    for (const [position, name] of names.entries()) {
      const id = name.startsWith('metric:') ? (name as RecordId<'metric'>) : answer?.ok ? answer.value[position] : undefined
      if (!id) {
        setProblem(words.unknownMetric(name))
        return undefined
      }
      ids.set(name, id)
    }
    return ids
  }

  return (
    <form className={classes.form} onSubmit={(event) => void save(event)}>
      <TextInput data-autofocus size="xs" label={words.name} value={name} maxLength={500} onChange={(event) => setName(event.currentTarget.value)} />
      <EntityChooser chosen={entity} onChoose={setEntity} />
      <div className={classes.row}>
        <NativeSelect
          size="xs"
          label={words.kind}
          value={kind}
          data={figureKinds.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(event) => setKind(figureKinds.find((each) => each === event.currentTarget.value) ?? kind)}
        />
        {kind === 'money' && (
          <TextInput
            size="xs"
            label={words.currency}
            placeholder={words.currencyHint}
            value={currency}
            maxLength={3}
            error={isCurrency ? undefined : words.notACurrency}
            onChange={(event) => setCurrency(event.currentTarget.value)}
          />
        )}
        {(kind === 'count' || kind === 'number') && (
          <TextInput size="xs" label={words.unit} value={unit} maxLength={200} onChange={(event) => setUnit(event.currentTarget.value)} />
        )}
      </div>
      <RuleFields rules={rules} onChange={setRules} />
      <Textarea
        size="xs"
        label={words.formula}
        description={words.formulaHint}
        value={formula}
        maxLength={4_000}
        autosize
        minRows={1}
        maxRows={5}
        spellCheck={false}
        error={problem}
        onChange={(event) => setFormula(event.currentTarget.value)}
      />
      <Textarea
        size="xs"
        label={words.note}
        value={note}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={20_000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {strings.app.cancel}
        </Button>
        <Button type="submit" disabled={name.trim() === ''}>
          {words.save}
        </Button>
      </div>
    </form>
  )
}
