// Tells the desktop's messages from the notebook's on the wire that they share, in a file of its own: the window needs it at once, without schemas.

/** Whether a message of the wire is for the shell and not for the notebook. */
export function isShellMessage(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && typeof message.type === 'string' && message.type.startsWith('shell.')
}
