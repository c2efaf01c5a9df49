// Choosing a company, person or product by any of its names, or naming a new one.

import { useState } from 'react'
import type { RecordId } from '../../core/records/record-id.ts'
import { useWatch } from '../notebook/use-watch.ts'
import { strings } from '../strings/strings.ts'
import { type Choice, NameChooser } from './name-chooser.tsx'

export type EntityChoice = Choice<RecordId<'entity'>>

type EntityChooserProps = { chosen: EntityChoice | undefined; onChoose: (choice: EntityChoice | undefined) => void; label?: string }

const mostShown = 8

export function EntityChooser({ chosen, onChoose, label = strings.figures.entity }: EntityChooserProps) {
  const [typed, setTyped] = useState('')
  const { rows } = useWatch('entities', { filter: typed }, 0, mostShown)
  const options = rows.map(({ id, name, names }): EntityChoice => {
    const others = names.flatMap((each) => (each.name === name ? [] : [each.name])).join(', ')
    return { id, name, ...(others === '' ? {} : { detail: others }) }
  })
  return (
    <NameChooser
      label={label}
      placeholder={strings.figures.entityHint}
      chosen={chosen}
      onChoose={onChoose}
      options={options}
      onTyped={setTyped}
      newName={strings.figures.newEntity}
    />
  )
}
