// Gives several figures one metric in a step.

import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useSendMany } from '../../notebook/use-send-many.ts'
import { strings } from '../../strings/strings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { type EntityChoice, EntityChooser } from '../../ui/entity-chooser.tsx'
import { guessLanguage } from '../../ui/guess-language.ts'
import { type MetricChoice, MetricChooser } from '../../ui/metric-chooser.tsx'
import classes from './figure-dialogs.module.css'

const words = strings.figures

type AssignDialogProps = { ids: readonly RecordId<'figure'>[]; onClose: () => void; onAssigned: () => void }

export function AssignDialog({ ids, onClose, onAssigned }: AssignDialogProps) {
  const sendMany = useSendMany()
  const [metric, setMetric] = useState<MetricChoice>()
  const [entity, setEntity] = useState<EntityChoice>()
  const assign = async (event: FormEvent) => {
    event.preventDefault()
    if (!metric) return
    const answer = await sendMany(
      'figure.assign-many',
      {
        ids: [...ids],
        ...(metric.id ? { metric: metric.id } : { newMetric: { name: metric.name } }),
        ...(entity?.id ? { entity: entity.id } : entity ? { newEntity: { name: entity.name, language: guessLanguage(entity.name) } } : {}),
      },
      { label: words.assigning(ids.length), undoMessage: words.assigned(ids.length) },
    )
    if (answer.ok) onAssigned()
  }
  return (
    <Dialog title={words.assignTitle(ids.length)} isOpen onClose={onClose} size="sm">
      <form className={classes.form} onSubmit={(event) => void assign(event)}>
        <MetricChooser chosen={metric} onChoose={setMetric} autoFocus />
        {!metric?.id && <EntityChooser chosen={entity} onChoose={setEntity} />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {strings.app.cancel}
          </Button>
          <Button type="submit" disabled={!metric}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
