// Sending commands from components: refusals are shown in words, and what removes something offers to undo it.

import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import type { CommandInput, CommandName, CommandResult } from '../../core/commands/commands.ts'
import type { ClientAnswer, NotebookClient } from '../../core/contract/notebook-client.ts'
import { strings } from '../strings/strings.ts'
import { showUndoToast } from '../ui/undo-toast.tsx'
import { askToConfirm } from './confirm-removal.ts'
import { useClient } from './notebook-context.ts'

export type SendOptions = {
  /** Shown with an Undo button once the command is durable. */
  undoMessage?: string
  /** The caller shows refusals itself. */
  quiet?: boolean
  /** A command is one step and cannot stop half way: once this is aborted, it is taken back as soon as it is durable. */
  signal?: AbortSignal
}

export type Send = <Name extends CommandName>(
  command: Name,
  input: CommandInput<Name>,
  options?: SendOptions,
) => Promise<ClientAnswer<CommandResult<Name>>>

/** To the notebook that the window shows; to another one, the present while it shows the past, where that is given. */
export function useSend(other?: NotebookClient): Send {
  const shown = useClient()
  const client = other ?? shown
  return useCallback<Send>(
    async (command, input, options = {}) => {
      let answer = await client.send(command, input)
      if (!answer.ok && answer.error.code === 'needs-confirming') {
        if (!(await askToConfirm(answer.error.message))) return answer
        answer = await client.send(command, { ...input, confirmed: true })
      }
      if (!answer.ok && !options.quiet) notifications.show({ color: 'red', title: strings.app.problemTitle, message: answer.error.message })
      if (answer.ok && options.signal?.aborted) {
        await takeBack(client, command, input, answer.seq)
        notifications.show({ message: strings.lists.takenBack })
      } else if (answer.ok && options.undoMessage) showUndoToast(options.undoMessage, () => void takeBack(client, command, input, answer.seq))
      return answer
    },
    [client],
  )
}

/**
 * Takes back the very commit that a toast spoke of. A removal is restored by its id, whatever came after; anything else is undone only while it is
 * still the newest commit, since undo steps back from there.
 */
async function takeBack(client: NotebookClient, command: CommandName, input: object, seq: number): Promise<void> {
  const isRemoval = command.endsWith('.remove') && ('id' in input || 'ids' in input)
  if (!isRemoval && client.state.seq > seq) {
    notifications.show({ message: strings.app.changedSince })
    return
  }
  const answer = isRemoval
    ? await client.send('trash.restore', { ids: 'ids' in input ? input.ids : [(input as { id: unknown }).id] } as CommandInput<'trash.restore'>)
    : await client.send('history.undo', {})
  if (!answer.ok) notifications.show({ color: 'red', title: strings.app.problemTitle, message: answer.error.message })
}

/** Undo or redo of this window's last commit, said in a toast. */
export function useHistory(): { undo: () => Promise<void>; redo: () => Promise<void> } {
  const client = useClient()
  const run = useCallback(
    async (command: 'history.undo' | 'history.redo') => {
      const answer = await client.send(command, {})
      const isUndo = command === 'history.undo'
      if (answer.ok) {
        const what = strings.app.commands[answer.result.command] ?? answer.result.command
        notifications.show({ message: isUndo ? strings.app.undone(what) : strings.app.redone(what) })
      } else if (answer.error.code === 'stale')
        notifications.show({
          color: 'red',
          title: strings.app.problemTitle,
          // Of an import the host names the record that stands in the way.
          message: `${answer.error.message.startsWith('“') ? `${answer.error.message}. ` : ''}${isUndo ? strings.app.undoIsStale : strings.app.redoIsStale}`,
        })
      else if (answer.error.code === 'nothing-to-undo')
        notifications.show({ message: isUndo ? strings.app.nothingToUndo : strings.app.nothingToRedo })
      else notifications.show({ color: 'red', title: strings.app.problemTitle, message: answer.error.message })
    },
    [client],
  )
  return { undo: useCallback(() => run('history.undo'), [run]), redo: useCallback(() => run('history.redo'), [run]) }
}
