// Makes an edited outline item durable. What was typed into an item that another window has taken out meanwhile is not lost: it can be put back.

import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useCallback, useRef } from 'react'
import type { OutlineItem } from '../../../core/records/report.ts'
import { strings } from '../../strings/strings.ts'
import type { SaveItem } from './report-drafts.ts'
import type { Outline } from './use-outline.ts'

/** `noteRemoval` names items that this window takes out itself: nothing is offered for them, the undo toast does that. */
export function useSaveItem({ run, latest }: Outline): { save: SaveItem; noteRemoval: (key: string) => void } {
  const removedHere = useRef(new Set<string>())
  const save = useCallback<SaveItem>(
    async (item) => {
      const answer = await run({ type: 'revise', item }, { quiet: true })
      if (answer.ok) return { ok: true, rev: answer.result.rev }
      if (answer.error.code !== 'not-found') {
        notifications.show({ color: 'red', title: strings.app.problemTitle, message: answer.error.message })
        return answer
      }
      if (!removedHere.current.has(item.key)) offerToPutBack(item, run)
      // Nothing is left to send: the offer holds the text now.
      return { ok: true, rev: latest().rev }
    },
    [run, latest],
  )
  const noteRemoval = useCallback((key: string) => void removedHere.current.add(key), [])
  return { save, noteRemoval }
}

function offerToPutBack(item: OutlineItem, run: Outline['run']): void {
  const id = notifications.show({
    autoClose: false,
    message: (
      <>
        <span>{strings.reports.itemGone}</span>{' '}
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id)
            void run({ type: 'insert', items: [item], before: undefined })
          }}
        >
          {strings.reports.putBack}
        </Button>
      </>
    ),
  })
}
