// The outline of one report as the window shows it: the notebook's, with this window's unanswered edits on top.

import { useCallback, useMemo, useRef, useState } from 'react'
import type { ClientAnswer } from '../../../core/contract/notebook-client.ts'
import type { QueryRow } from '../../../core/queries/queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import type { OutlineItem } from '../../../core/records/report.ts'
import { type Send, useSend } from '../../notebook/use-send.tsx'
import { applyEdit, type OutlineEdit } from './outline-edits.ts'

type Answer = ClientAnswer<{ id: RecordId<'report'>; rev: number }>
/** `rev` is known once the notebook has answered: from that revision on the edit is part of the outline itself. */
type Pending = { edit: OutlineEdit; rev: number | undefined }

export type Outline = {
  items: readonly OutlineItem[]
  /** Shown at once, durable or refused when it resolves. Refusals are shown unless `quiet`. */
  run: (edit: OutlineEdit, options?: { quiet?: boolean }) => Promise<Answer>
  /** The items as of the last edit, before React has rendered them; `rev` is the notebook's. */
  latest: () => { rev: number; items: readonly OutlineItem[] }
}

export function useOutline(report: QueryRow<'report'>): Outline {
  const send = useSend()
  const [pending, setPending] = useState<readonly Pending[]>([])
  const open = pending.filter(({ rev }) => rev === undefined || rev > report.rev)
  const items = useMemo(() => open.reduce<readonly OutlineItem[]>((outline, { edit }) => applyEdit(outline, edit), report.outline), [open, report])
  const latest = useRef({ id: report.id, rev: report.rev, items })
  latest.current = { id: report.id, rev: report.rev, items }

  const run = useCallback<Outline['run']>(
    async (edit, options = {}) => {
      const mine: Pending = { edit, rev: undefined }
      const { id, rev } = latest.current
      // The next key can come before React has rendered: it must build on this edit.
      latest.current = { ...latest.current, items: applyEdit(latest.current.items, edit) }
      setPending((current) => [...current, mine])
      const answer = await sendEdit(send, id, rev, latest.current.items, edit, options.quiet ?? false)
      setPending((current) =>
        current.flatMap((one) => {
          if (one !== mine) return one.rev !== undefined && one.rev <= latest.current.rev ? [] : [one]
          return answer.ok ? [{ edit, rev: answer.result.rev }] : []
        }),
      )
      return answer
    },
    [send],
  )
  return { items, run, latest: useCallback(() => latest.current, []) }
}

function sendEdit(send: Send, id: RecordId<'report'>, rev: number, outline: readonly OutlineItem[], edit: OutlineEdit, quiet: boolean) {
  const options = { quiet }
  switch (edit.type) {
    case 'insert':
      return insertAll(send, id, rev, outline, edit, options)
    case 'revise':
      return send('report.revise-item', { id, item: edit.item }, options)
    case 'move':
      return send('report.move-item', { id, key: edit.key, before: edit.before }, options)
    case 'remove':
      return send('report.remove-item', { id, key: edit.key }, options)
  }
}

/** Several items at once are one commit, and so one undo; where the report moved on meanwhile they go in one by one, which nothing can make stale. */
async function insertAll(
  send: Send,
  id: RecordId<'report'>,
  rev: number,
  outline: readonly OutlineItem[],
  { items, before }: Extract<OutlineEdit, { type: 'insert' }>,
  options: { quiet: boolean },
): Promise<Answer> {
  if (items.length > 1) {
    const answer = await send('report.revise', { id, rev, outline: [...outline] }, { quiet: true })
    if (answer.ok || answer.error.code !== 'stale') return answer
  }
  let answer: Answer = { ok: true, seq: 0, result: { id, rev } }
  for (const item of items) {
    answer = await send('report.insert-item', { id, item, before }, options)
    if (!answer.ok) break
  }
  return answer
}
