// The rules of a metric, one a line: what it is of another metric.

import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { decimalNotation } from '../../../core/ledger/exact.ts'
import type { MetricRule } from '../../../core/records/metric.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { type MetricChoice, MetricChooser } from '../../ui/metric-chooser.tsx'
import classes from './figure-dialogs.module.css'

const words = strings.figures
const types = ['part-of', 'share-of', 'ratio-of'] as const
type RuleType = (typeof types)[number]

type RuleFieldsProps = { rules: readonly MetricRule[]; onChange: (rules: readonly MetricRule[]) => void }

export function RuleFields({ rules, onChange }: RuleFieldsProps) {
  const [isAdding, setIsAdding] = useState(false)
  const named = rules.flatMap((rule) => ('to' in rule ? [rule.of, rule.to] : [rule.of]))
  const { rows } = useWatch('metrics', named.length > 0 ? { among: named } : undefined, 0, 200)
  const nameOf = (id: RecordId<'metric'>) => rows.find((row) => row.id === id)?.name ?? '…'
  return (
    <div className={classes.ruleFields}>
      {rules.length > 0 && (
        <ul className={classes.rules} aria-label={words.rules}>
          {rules.map((rule) => (
            <li key={JSON.stringify(rule)}>
              <span>
                {words.ruleTypes[rule.type]} {nameOf(rule.of)}
                {rule.type === 'ratio-of' && ` ${words.ruleTo} ${nameOf(rule.to)}`}
                {rule.type === 'share-of' && rule.atMost !== undefined && ` (${rule.atMost} %)`}
                {rule.type === 'part-of' && rule.by !== undefined && ` (${rule.by})`}
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={words.removeRule}
                onClick={() => onChange(rules.filter((each) => each !== rule))}
              >
                <IconX size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {isAdding ? (
        <NewRule
          onAdd={(rule) => {
            onChange([...rules, rule])
            setIsAdding(false)
          }}
          onCancel={() => setIsAdding(false)}
        />
      ) : (
        <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={13} />} onClick={() => setIsAdding(true)}>
          {words.addRule}
        </Button>
      )}
    </div>
  )
}

function NewRule({ onAdd, onCancel }: { onAdd: (rule: MetricRule) => void; onCancel: () => void }) {
  const [type, setType] = useState<RuleType>('part-of')
  const [of, setOf] = useState<MetricChoice>()
  const [to, setTo] = useState<MetricChoice>()
  const [by, setBy] = useState('')
  const [percent, setPercent] = useState('100')
  const rule = ruleOf(type, of?.id, to?.id, by.trim(), percent.trim())
  return (
    <fieldset className={classes.newRule}>
      <legend className="visually-hidden">{words.addRule}</legend>
      <NativeSelect
        size="xs"
        aria-label={words.addRule}
        value={type}
        data={types.map((value) => ({ value, label: words.ruleTypes[value] }))}
        onChange={(event) => setType(types.find((each) => each === event.currentTarget.value) ?? type)}
      />
      <MetricChooser chosen={of} onChoose={setOf} isNewAllowed={false} />
      {type === 'ratio-of' && <MetricChooser label={words.ruleTo} chosen={to} onChoose={setTo} isNewAllowed={false} />}
      {type === 'part-of' && (
        <TextInput size="xs" label={words.ruleBy} value={by} maxLength={200} onChange={(event) => setBy(event.currentTarget.value)} />
      )}
      {type === 'share-of' && (
        <TextInput size="xs" label={words.rulePercent} value={percent} maxLength={40} onChange={(event) => setPercent(event.currentTarget.value)} />
      )}
      <div className={classes.buttons}>
        <Button size="compact-xs" variant="default" onClick={onCancel}>
          {strings.app.cancel}
        </Button>
        <Button size="compact-xs" disabled={!rule} onClick={() => rule && onAdd(rule)}>
          {words.addRule}
        </Button>
      </div>
    </fieldset>
  )
}

function ruleOf(
  type: RuleType,
  of: RecordId<'metric'> | undefined,
  to: RecordId<'metric'> | undefined,
  by: string,
  percent: string,
): MetricRule | undefined {
  if (!of) return undefined
  switch (type) {
    case 'part-of':
      return { type, of, ...(by ? { by } : {}) }
    case 'share-of':
      return decimalNotation.test(percent) ? { type, of, atMost: percent } : undefined
    case 'ratio-of':
      return to && { type, of, to }
  }
}
