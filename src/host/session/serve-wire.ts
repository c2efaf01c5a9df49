// The host's end of the contract: one wire, one window. Whatever comes up is parsed first and never makes the host throw.

import { contractVersion } from '../../core/contract/contract-version.ts'
import { type DownMessage, type SavingStatus, type UpMessage, upMessage } from '../../core/contract/messages.ts'
import { readBySchema } from '../../core/contract/read-by-schema.ts'
import type { RefusalValue } from '../../core/store/refusal.ts'
import type { Wire } from '../../core/wire/wire.ts'
import { answerQuestion } from '../answers/answer-question.ts'
import { describeParseError } from './describe-parse-error.ts'
import type { NotebookHost } from './notebook-host.ts'
import { PastSession } from './past-session.ts'
import { Uploads } from './uploads.ts'
import { WatchedQueries } from './watched-queries.ts'
import { type RegistryOptions, WindowRegistry, type WindowSession } from './window-registry.ts'

export type ServeWireOptions = Partial<RegistryOptions> & {
  /** Told of what only a bug can cause; the window hears no more than that there was one. */
  onBug?: (error: unknown) => void
}

// By notebook, so that a window finds its answers again whichever wire it comes back over.
const registries = new WeakMap<NotebookHost, WindowRegistry>()

/** Serves one window until its wire closes. The window says hello first; its name is the actor of its commands. Never throws. */
export function serveWire(notebook: NotebookHost, wire: Wire<DownMessage, UpMessage>, options: ServeWireOptions = {}): void {
  const onBug = options.onBug ?? ((error: unknown) => console.error(error))
  const queries = new WatchedQueries(notebook.view, (message) => wire.send(message), onBug)
  let window: { name: string; session: WindowSession } | undefined
  let isOpen = true
  let flushing: NodeJS.Immediate | undefined
  let sent: { seq: number; saving: SavingStatus } | undefined

  const refuse = (id: string, error: RefusalValue) => wire.send({ type: 'refused', id, error })
  const sendStatus = () => {
    const status = { seq: notebook.queue.lastSeq, saving: notebook.status() }
    if (sent?.seq === status.seq && sameStatus(sent.saving, status.saving)) return
    sent = status
    wire.send({ type: 'status', ...status })
  }
  const sendBackups = () => {
    if (isOpen && window && notebook.backups) wire.send({ type: 'backups', state: notebook.backups.state() })
  }
  const damageWords = () => notebook.damage.map(({ message }) => message)
  const sendDamage = () => {
    if (isOpen && window) wire.send({ type: 'damage', damage: damageWords() })
  }
  // Once per turn of the event loop: a burst of a thousand commits is one difference per list.
  const flushSoon = () => {
    flushing ??= setImmediate(() => {
      flushing = undefined
      if (!isOpen || !window) return
      queries.flush()
      sendStatus()
    })
  }
  const stopListening = [
    notebook.onCommit((commit) => {
      queries.note(commit)
      flushSoon()
    }),
    notebook.onStatus(flushSoon),
    notebook.onDamage?.(sendDamage) ?? (() => {}),
    notebook.backups?.onState(() => sendBackups()) ?? (() => {}),
  ]

  const hello = ({ window: name, version }: Extract<UpMessage, { type: 'hello' }>) => {
    if (version !== contractVersion) return refuse('hello', { code: 'invalid', message: 'this window is of another version of Footing: reload it' })
    if (window && window.name !== name) return refuse('hello', { code: 'invalid', message: 'this connection belongs to another window already' })
    window ??= { name, session: registryOf(notebook, options).enter(name) }
    const { id, title, schema } = notebook.manifest
    wire.send({
      type: 'welcome',
      version: contractVersion,
      notebook: { id, title, schema, damage: damageWords() },
    })
    sent = undefined
    sendBackups()
    sendStatus()
  }

  const command = ({ id, command, input }: Extract<UpMessage, { type: 'command' }>, { name, session }: NonNullable<typeof window>) => {
    session
      .answerOnce(id, () => notebook.run(name, command, input))
      .catch((error: unknown) => {
        onBug(error)
        return { ok: false, error: { code: 'fate-unknown', message: `${command} failed inside Footing` } } as const
      })
      .then((answer) => wire.send({ type: 'command-answer', id, answer }))
  }

  const ask = ({ id, question, input }: Extract<UpMessage, { type: 'ask' }>, { name, session }: NonNullable<typeof window>) => {
    const signal = question === 'search' ? session.beginSearch() : undefined
    answerQuestion(notebook, question, input, signal, name)
      .catch((error: unknown) => {
        onBug(error)
        return { ok: false, error: { code: 'invalid', message: `${question} failed inside Footing` } } as const
      })
      .then((answer) => wire.send({ type: 'ask-answer', id, answer }))
  }

  const uploads = new Uploads((bytes) => notebook.addImage(bytes))
  const upload = (piece: Extract<UpMessage, { type: 'upload' }>) => {
    uploads
      .take(piece)
      .catch((error: unknown) => {
        onBug(error)
        return { ok: false, error: { code: 'fate-unknown', message: 'keeping the picture failed inside Footing' } } as const
      })
      .then((answer) => wire.send({ type: 'upload-answer', id: piece.id, answer }))
  }

  const past = new PastSession(notebook, {
    send: (message) => isOpen && wire.send(message),
    serve: (host, inner) => serveWire(host, inner, options),
    onBug,
  })

  wire.onMessage((unchecked) => {
    if (!isOpen) return
    const parsed = readBySchema(upMessage, unchecked)
    if (!parsed.success) return refuse(idIn(unchecked), { code: 'invalid', message: describeParseError('message', parsed.error) })
    const message = parsed.data
    if (message.type === 'hello') return hello(message)
    if (!window) return refuse('id' in message ? message.id : message.past, { code: 'invalid', message: 'a window says hello first' })
    switch (message.type) {
      case 'command':
        return command(message, window)
      case 'ask':
        return ask(message, window)
      case 'watch':
        return queries.watch(message)
      case 'tally':
        return queries.tally(message)
      case 'page':
        return queries.page(message)
      case 'upload':
        return upload(message)
      case 'unwatch':
        return queries.unwatch(message.id)
      case 'past.open':
        return past.open(message)
      case 'past.say':
        return past.say(message)
      case 'past.close':
        return past.close(message.past)
    }
  })
  wire.onClose(() => {
    if (!isOpen) return
    isOpen = false
    clearImmediate(flushing)
    for (const stop of stopListening) stop()
    queries.clear()
    past.end()
    window?.session.leave()
  })
}

function registryOf(notebook: NotebookHost, options: ServeWireOptions): WindowRegistry {
  let registry = registries.get(notebook)
  if (!registry) {
    const { forgetAfterMs, maxAnswers } = options
    const forget = (window: string) => {
      notebook.queue.undoStacks.forget(window)
      notebook.imports?.forget(window)
    }
    registry = new WindowRegistry(forget, {
      ...(forgetAfterMs === undefined ? {} : { forgetAfterMs }),
      ...(maxAnswers === undefined ? {} : { maxAnswers }),
    })
    registries.set(notebook, registry)
  }
  return registry
}

function sameStatus(one: SavingStatus, other: SavingStatus): boolean {
  return one.kind === other.kind && (one.kind !== 'read-only' || (other.kind === 'read-only' && one.reason.message === other.reason.message))
}

/** The id of a message that did not fit, so that whoever waits for its answer hears of it. */
function idIn(message: unknown): string {
  const id = typeof message === 'object' && message !== null ? (message as { id?: unknown }).id : undefined
  return typeof id === 'string' ? id.slice(0, 64) : ''
}
