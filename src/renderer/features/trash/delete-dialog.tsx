// Asks before records are deleted for good, and says what goes with them and what undo can still do.

import { Button, Group } from '@mantine/core'
import { useEffect, useState } from 'react'
import { kindOf, type RecordId } from '../../../core/records/record-id.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { strings } from '../../strings/strings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { countDependents, type Dependents, maxCounted } from './count-dependents.ts'
import classes from './trash-view.module.css'

/** What is to be deleted: these records, or everything in the trash. */
export type Deletion = { kind: 'some'; ids: readonly RecordId[] } | { kind: 'all'; count: number }

type DeleteDialogProps = { deletion: Deletion | undefined; onConfirm: (deletion: Deletion) => void; onClose: () => void }

export function DeleteDialog({ deletion, onConfirm, onClose }: DeleteDialogProps) {
  return (
    // Stays mounted while it is closed: the focus goes back to where it came from.
    <Dialog title={deletion ? titleOf(deletion) : ''} isOpen={deletion !== undefined} onClose={onClose}>
      {deletion && (
        <>
          {deletion.kind === 'all' || deletion.ids.length > maxCounted ? <p>{strings.trash.emptyTakesAlong}</p> : <WhatHangs ids={deletion.ids} />}
          <p>{strings.trash.undoIsPossible}</p>
          <Group justify="flex-end" mt="md">
            <Button variant="default" data-autofocus onClick={onClose}>
              {strings.app.cancel}
            </Button>
            <Button className={classes.danger ?? ''} onClick={() => onConfirm(deletion)}>
              {deletion.kind === 'all' ? strings.trash.confirmEmpty : strings.trash.confirmDelete}
            </Button>
          </Group>
        </>
      )}
    </Dialog>
  )
}

function titleOf(deletion: Deletion): string {
  return deletion.kind === 'all' ? strings.trash.confirmEmptyTitle(deletion.count) : strings.trash.confirmDeleteTitle(deletion.ids.length)
}

function WhatHangs({ ids }: { ids: readonly RecordId[] }) {
  const client = useClient()
  const [dependents, setDependents] = useState<Dependents | 'counting' | undefined>('counting')
  useEffect(() => {
    const aborter = new AbortController()
    void countDependents(client, ids, aborter.signal).then((counted) => {
      if (!aborter.signal.aborted) setDependents(counted)
    })
    return () => aborter.abort()
  }, [client, ids])
  if (dependents === 'counting') return <p>{strings.trash.counting}</p>
  if (dependents === undefined) return <p>{strings.trash.emptyTakesAlong}</p>
  const what = strings.trash.hangs(dependents.highlights, dependents.evidence, dependents.figures)
  return (
    <p>
      {what === '' ? strings.trash.nothingHangs : strings.trash.goesToo(what)}{' '}
      {ids.some((id) => kindOf(id) === 'insight') && strings.trash.reportsLoseInsights}
    </p>
  )
}
