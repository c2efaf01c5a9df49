// Makes several metrics one: which of them stays is chosen.

import { Button, Radio } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useSendMany } from '../../notebook/use-send-many.ts'
import { useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import classes from './figure-dialogs.module.css'

const words = strings.figures

type MergeDialogProps = { ids: readonly RecordId<'metric'>[]; onClose: () => void; onMerged: (into: RecordId<'metric'>) => void }

export function MergeDialog({ ids, onClose, onMerged }: MergeDialogProps) {
  const sendMany = useSendMany()
  const { rows } = useWatch('metrics', { among: [...ids] }, 0, 100)
  const [wish, setWish] = useState<RecordId<'metric'>>()
  // The one with the most figures, until another one is chosen.
  const into = wish ?? rows.toSorted((one, other) => other.figureCount - one.figureCount)[0]?.id
  const merge = async (event: FormEvent) => {
    event.preventDefault()
    const name = rows.find(({ id }) => id === into)?.name
    if (!into || name === undefined) return
    const answer = await sendMany('metric.merge', { ids: [...ids], into }, { label: words.merging(ids.length), undoMessage: words.merged(name) })
    if (answer.ok) onMerged(into)
  }
  return (
    <Dialog title={words.mergeTitle(ids.length)} isOpen onClose={onClose} size="sm">
      <form className={classes.form} onSubmit={(event) => void merge(event)}>
        <p className={classes.hint}>{words.mergeHint}</p>
        <Radio.Group label={words.mergeInto} value={into ?? ''} onChange={(id) => setWish(id as RecordId<'metric'>)}>
          <div className={classes.choices}>
            {rows.map(({ id, name, entityName, figureCount, sourceCount }) => (
              <Radio key={id} value={id} label={[name, entityName, `${figureCount}`].filter(Boolean).join(' · ')} data-sources={sourceCount} />
            ))}
          </div>
        </Radio.Group>
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {strings.app.cancel}
          </Button>
          <Button type="submit" disabled={!into}>
            {words.merge.replace('…', '')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
