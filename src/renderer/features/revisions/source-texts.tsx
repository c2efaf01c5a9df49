// The dialogs about a source's texts: whichever of them was asked for.

import type { RecordId } from '../../../core/records/record-id.ts'
import { useRecord } from '../../notebook/use-watch.ts'
import { type TextsPart, useShownTexts } from '../../ui/shown-texts.ts'
import { FallsDialog } from './falls-dialog.tsx'
import { RenewDialog } from './renew-dialog.tsx'
import { TextsDialog } from './texts-dialog.tsx'

type SourceTextsProps = {
  id: RecordId<'source'>
  part: TextsPart
  onOpenInsight: (id: RecordId<'insight'>) => void
  onOpenMetric: (id: RecordId<'metric'>) => void
  onOpenReport: (id: RecordId<'report'>) => void
}

export function SourceTexts({ id, part, onOpenInsight, onOpenMetric, onOpenReport }: SourceTextsProps) {
  const source = useRecord('source', id)
  const { show, close } = useShownTexts.getState()
  if (!source) return null
  const leaveFor =
    <Id,>(open: (opened: Id) => void) =>
    (opened: Id) => {
      close()
      open(opened)
    }
  switch (part) {
    case 'texts':
      return <TextsDialog source={source} onRenew={() => show(id, 'renew')} onFalls={() => show(id, 'falls')} onClose={close} />
    case 'renew':
      return <RenewDialog source={source} onDone={() => show(id, 'texts')} onClose={close} />
    case 'falls':
      return (
        <FallsDialog
          source={source}
          onOpenInsight={leaveFor(onOpenInsight)}
          onOpenMetric={leaveFor(onOpenMetric)}
          onOpenReport={leaveFor(onOpenReport)}
          onClose={close}
        />
      )
  }
}
