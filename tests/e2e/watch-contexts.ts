// Notes what no window of ours may do: an error in the console, a violation of the content policy, a request to anything but its own host.

import type { OnContext } from './hosts/host.ts'

export type Watcher = {
  readonly problems: readonly string[]
  /** From now on, lines that match are not noted: a host that a test stops is missed by its windows in words of the browser's. */
  allow: (line: RegExp) => void
}

export function watchContexts(): Watcher & { onContext: OnContext } {
  const problems: string[] = []
  const allowed: RegExp[] = []
  const note = (line: string) => {
    if (!allowed.some((pattern) => pattern.test(line))) problems.push(line)
  }
  const onContext: OnContext = (context, isOfHost) => {
    // Data and blob addresses hold what the page made itself.
    const isOwn = (address: string) => isOfHost(address) || /^(?:data|blob|about):/.test(address)
    context.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') note(`console ${message.type()}: ${message.text()} ${message.location().url}`)
    })
    context.on('weberror', (error) => note(`page error: ${error.error().stack ?? error.error().message}`))
    context.on('request', (request) => {
      if (!isOwn(request.url())) note(`request: ${request.url()}`)
    })
    context.on('response', (response) => {
      if (response.status() >= 400) note(`answer ${response.status()}: ${response.url()}`)
    })
    context.on('page', (page) => {
      page.on('websocket', (socket) => {
        if (!isOwn(socket.url())) note(`web socket: ${socket.url()}`)
      })
      page.on('crash', () => note('the page crashed'))
    })
  }
  return { problems, allow: (line) => void allowed.push(line), onContext }
}
