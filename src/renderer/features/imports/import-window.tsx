// Importing from anywhere in the window: the action, the dialog in its steps, and the word at the end where the dialog was closed meanwhile.

import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import type { ImportState } from '../../../core/contract/import-questions.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAction } from '../../keys/actions.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { useIsPast } from '../../notebook/past.ts'
import { beginImport, closeImport, findLastImport, openImport, startImport, useWindowImport } from '../../notebook/window-import.ts'
import { strings } from '../../strings/strings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { offerToast } from '../../ui/undo-toast.tsx'
import { ChoosingStep } from './choosing-step.tsx'
import { FilesStep } from './files-step.tsx'
import { ReportStep } from './report-step.tsx'
import { RunningStep } from './running-step.tsx'
import { SendingStep } from './sending-step.tsx'

const words = strings.import

export type ImportPlaces = { onOpen: (id: RecordId<'source'> | RecordId<'insight'>) => void }

export function ImportWindow({ onOpen }: ImportPlaces) {
  const client = useClient()
  const isPast = useIsPast()
  const { isOpen, id, step } = useWindowImport()
  const hasReport = id !== undefined && (step.name === 'report' || step.name === 'running')
  useAction({ id: 'import.show', run: openImport, isEnabled: () => !isPast })
  useAction({ id: 'import.report', run: () => useWindowImport.setState({ isOpen: true }), isEnabled: () => hasReport })
  useEffect(() => {
    if (!isPast) void findLastImport(client, tellOfEnd)
  }, [client, isPast])
  if (isPast) return null
  const title = step.name === 'report' ? words.reportTitle : step.name === 'running' ? words.runningTitle : words.title
  return (
    <Dialog title={title} isOpen={isOpen} onClose={closeImport} size="lg">
      {step.name === 'asking' && <FilesStep problem={step.problem} onGather={(gather) => void beginImport(client, gather)} />}
      {(step.name === 'sending' || step.name === 'looking') && <SendingStep step={step} />}
      {step.name === 'choosing' && <ChoosingStep found={step.found} onStart={(choices) => void startImport(client, choices, tellOfEnd)} />}
      {step.name === 'running' && <RunningStep state={step.state} isStopping={step.isStopping} />}
      {step.name === 'report' && id !== undefined && (
        <ReportStep
          key={id}
          id={id}
          state={step.state}
          onOpen={(record) => {
            closeImport()
            onOpen(record)
          }}
        />
      )}
    </Dialog>
  )
}

/** Whoever looks at the dialog sees it there. */
function tellOfEnd({ counts, came, phase, error }: ImportState): void {
  if (useWindowImport.getState().isOpen) return
  if (phase === 'failed') notifications.show({ color: 'red', title: words.failed, message: error?.message ?? '' })
  else offerToast(words.finished(came.insights, came.sources, counts.refused), words.report, () => useWindowImport.setState({ isOpen: true }))
}
