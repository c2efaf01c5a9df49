// Sending a command that concerns many records: shown while it takes long, taken back where it is stopped, and undone from its toast.

import { useCallback } from 'react'
import type { CommandInput, CommandName, CommandResult } from '../../core/commands/commands.ts'
import type { ClientAnswer } from '../../core/contract/notebook-client.ts'
import { runLongTask } from './long-tasks.ts'
import { useSend } from './use-send.tsx'

export type SendMany = <Name extends CommandName>(
  command: Name,
  input: CommandInput<Name>,
  words: { label: string; undoMessage: string },
) => Promise<ClientAnswer<CommandResult<Name>>>

export function useSendMany(): SendMany {
  const send = useSend()
  return useCallback<SendMany>(
    (command, input, { label, undoMessage }) => runLongTask(label, ({ signal }) => send(command, input, { undoMessage, signal })),
    [send],
  )
}
