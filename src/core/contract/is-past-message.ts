// Tells what is about a notebook of the past from what is about the present one, without the schemas: the window needs it at once.

export function isPastMessage(message: unknown): boolean {
  const type = typeof message === 'object' && message !== null ? (message as { type?: unknown }).type : undefined
  return typeof type === 'string' && type.startsWith('past.')
}
