// What `contextBridge` is made of: two worlds of one page, whose only common ground is the document. This function runs in each of them.
//
// An event's `detail` is cloned by Chromium itself when the other world reads it, and events are dispatched at once: so values cross by structured
// clone, functions as numbers that the other side calls by, and a call returns what it returned there.

type Crossing =
  | { kind: 'value'; value: unknown }
  | { kind: 'function'; number: number }
  | { kind: 'array'; items: Crossing[] }
  | { kind: 'object'; entries: [string, Crossing][] }
type Message = { call: number; values: Crossing[] } | { answer: Crossing } | { error: string } | { expose: string; api: Crossing }

export type Bridge = { expose: (name: string, api: unknown) => void }

/** Stands alone: it is run by its source. `secret` names the events, so that the page cannot speak on the bridge itself. */
export function joinWorlds(secret: string, here: 'preload' | 'page'): Bridge {
  const there = here === 'preload' ? 'page' : 'preload'
  const functions: ((...values: unknown[]) => unknown)[] = []
  const answers: Message[] = []
  const tell = document.dispatchEvent.bind(document)
  const send = (message: Message) => tell(new CustomEvent(`${secret}:${there}`, { detail: message }))

  const pack = (value: unknown): Crossing => {
    if (typeof value === 'function') return { kind: 'function', number: functions.push(value as (...values: unknown[]) => unknown) - 1 }
    if (Array.isArray(value)) return { kind: 'array', items: value.map(pack) }
    if (value instanceof Promise) throw new Error('the stand-in’s contextBridge passes no promises')
    if (typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Object]')
      return { kind: 'object', entries: Object.entries(value).map(([name, held]) => [name, pack(held)]) }
    return { kind: 'value', value: structuredClone(value) }
  }
  const unpack = (crossing: Crossing): unknown => {
    if (crossing.kind === 'value') return crossing.value
    if (crossing.kind === 'array') return crossing.items.map(unpack)
    if (crossing.kind === 'function') return (...values: unknown[]) => callThere(crossing.number, values)
    const object = {}
    for (const [name, held] of crossing.entries)
      Object.defineProperty(object, name, { value: unpack(held), enumerable: true, writable: true, configurable: true })
    return object
  }
  const callThere = (number: number, values: unknown[]): unknown => {
    send({ call: number, values: values.map(pack) })
    const reply = answers.pop()
    if (reply && 'answer' in reply) return unpack(reply.answer)
    throw new Error(reply && 'error' in reply ? reply.error : 'the other world did not answer')
  }
  const freeze = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    for (const held of Object.values(value)) freeze(held)
    return Object.freeze(value)
  }

  document.addEventListener(`${secret}:${here}`, (event) => {
    const message = (event as CustomEvent<Message>).detail
    if ('answer' in message || 'error' in message) {
      answers.push(message)
    } else if ('expose' in message) {
      Object.defineProperty(window, message.expose, { value: freeze(unpack(message.api)), enumerable: true, writable: false, configurable: false })
    } else {
      try {
        send({ answer: pack(functions[message.call]?.(...message.values.map(unpack))) })
      } catch (error) {
        send({ error: error instanceof Error ? error.message : String(error) })
      }
    }
  })
  return { expose: (name, api) => void send({ expose: name, api: pack(api) }) }
}
