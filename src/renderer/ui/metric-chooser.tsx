// Choosing a metric by its name, or naming a new one.

import { useState } from 'react'
import type { RecordId } from '../../core/records/record-id.ts'
import { useWatch } from '../notebook/use-watch.ts'
import { strings } from '../strings/strings.ts'
import { type Choice, NameChooser } from './name-chooser.tsx'

export type MetricChoice = Choice<RecordId<'metric'>> & { entityName?: string }

type MetricChooserProps = {
  chosen: MetricChoice | undefined
  onChoose: (choice: MetricChoice | undefined) => void
  /** Offered first, while nothing was typed. */
  suggested?: readonly MetricChoice[]
  label?: string
  isNewAllowed?: boolean
  autoFocus?: boolean
}

const mostShown = 8

export function MetricChooser({
  chosen,
  onChoose,
  suggested,
  label = strings.figures.metric,
  isNewAllowed = true,
  autoFocus = false,
}: MetricChooserProps) {
  const [typed, setTyped] = useState('')
  const hasSuggestions = typed === '' && suggested !== undefined && suggested.length > 0
  const { rows } = useWatch('metrics', hasSuggestions ? undefined : { filter: typed, order: typed === '' ? 'updated' : 'name' }, 0, mostShown)
  const options: readonly MetricChoice[] = hasSuggestions
    ? suggested
    : rows.map(({ id, name, entityName }) => ({ id, name, entityName, detail: entityName }))
  return (
    <NameChooser
      label={label}
      placeholder={strings.figures.metricHint}
      chosen={chosen}
      onChoose={onChoose}
      options={options}
      onTyped={setTyped}
      autoFocus={autoFocus}
      {...(isNewAllowed ? { newName: strings.figures.newMetric } : {})}
    />
  )
}
