// A transport between a window and a host is three verbs. IPC, WebSocket, local socket and in-memory pair differ only there.

export type Wire<Out, In> = {
  /** Messages are structured-cloneable values and arrive in order. Sending on a closed wire does nothing. */
  send: (message: Out) => void
  onMessage: (listener: (message: In) => void) => void
  onClose: (listener: () => void) => void
}
