// An insight whose review is overdue: looked at, it is asked about again later.

import { Button } from '@mantine/core'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import classes from './audit-view.module.css'

const months = 3

export function ReviewFinding({ insight }: { insight: RecordId<'insight'> }) {
  const send = useSend()
  const move = () => {
    const then = new Date()
    then.setMonth(then.getMonth() + months)
    const reviewBy = then.toISOString().slice(0, 10)
    void send('insight.revise', { id: insight, reviewBy }, { undoMessage: strings.audit.reviewMoved(reviewBy) })
  }
  return (
    <div className={classes.actions}>
      <Button size="compact-sm" onClick={move}>
        {strings.audit.reviewed}
      </Button>
    </div>
  )
}
