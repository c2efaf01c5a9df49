// The window's end of the wire: commands, questions and watched queries that survive a lost connection.

import type { BackupState } from '../backups/backup.ts'
import type { CommandInput, CommandName, CommandResult } from '../commands/commands.ts'
import type { QueryName, QueryParams, QueryRow } from '../queries/queries.ts'
import type { RecordId } from '../records/record-id.ts'
import type { RefusalValue } from '../store/refusal.ts'
import type { Wire } from '../wire/wire.ts'
import { contractVersion } from './contract-version.ts'
import type { DownMessage, NotebookDescription, SavingStatus, UploadAnswer, UpMessage } from './messages.ts'
import type { QuestionAnswers, QuestionInput, QuestionName } from './questions.ts'

export type ClientAnswer<Result> = { ok: true; seq: number; result: Result } | { ok: false; error: RefusalValue }
export type ClientState = {
  /** `outdated`: the host speaks another version of the contract, and this window must be reloaded. */
  connection: 'connecting' | 'connected' | 'lost' | 'outdated'
  notebook: NotebookDescription | undefined
  seq: number
  saving: SavingStatus
  /** Undefined where nobody makes backups: the notebook is only read. */
  backups: BackupState | undefined
  /** Commands sent and not answered yet. */
  unanswered: number
}

export type WatchedPage<Row> = { total: number; start: number; rows: readonly Row[] }
export type Watch = { setPage: (start: number, count: number) => void; close: () => void }

type Pending = { message: UpMessage; settle: (message: DownMessage) => void }
type Watching = {
  message: Extract<UpMessage, { type: 'watch' | 'tally' }>
  number: number
  rows: Map<RecordId, { id: RecordId }>
  listener: (message: DownMessage, rows: Map<RecordId, { id: RecordId }>) => void
  refused: (error: RefusalValue) => void
}

export class NotebookClient {
  readonly #window: string
  readonly #newId: () => string
  readonly #pending = new Map<string, Pending>()
  readonly #watching = new Map<string, Watching>()
  readonly #stateListeners = new Set<() => void>()
  #wire: Wire<UpMessage, DownMessage> | undefined
  #state: ClientState = { connection: 'connecting', notebook: undefined, seq: 0, saving: { kind: 'saved' }, backups: undefined, unanswered: 0 }

  /** `window` names this window across reconnects; `newId` makes ids that are unique for ever. */
  constructor(window: string, newId: () => string) {
    this.#window = window
    this.#newId = newId
  }

  /** The name under which the notebook knows this window. */
  get window(): string {
    return this.#window
  }

  get state(): ClientState {
    return this.#state
  }

  onState(listener: () => void): () => void {
    this.#stateListeners.add(listener)
    return () => this.#stateListeners.delete(listener)
  }

  /** Takes a fresh wire, the first or one after a loss: unanswered messages are sent again and every query starts anew. */
  attach(wire: Wire<UpMessage, DownMessage>): void {
    this.#wire = wire
    wire.onMessage((message) => this.#wire === wire && this.#receive(message))
    wire.onClose(() => {
      if (this.#wire !== wire) return
      this.#wire = undefined
      if (this.#state.connection !== 'outdated') this.#setState({ connection: 'lost' })
    })
    wire.send({ type: 'hello', window: this.#window, version: contractVersion })
    for (const watching of this.#watching.values()) {
      watching.number = -1
      wire.send(watching.message)
    }
    for (const { message } of this.#pending.values()) wire.send(message)
  }

  /** Resolves once the command is durable or refused. While the connection is lost it waits, and is sent once: the host knows its id. */
  send<Name extends CommandName>(command: Name, input: CommandInput<Name>): Promise<ClientAnswer<CommandResult<Name>>> {
    return new Promise((resolve) => {
      this.#request({ type: 'command', id: this.#newId(), command, input }, (message) => {
        if (message.type === 'command-answer') resolve(message.answer as ClientAnswer<CommandResult<Name>>)
        else if (message.type === 'refused') resolve({ ok: false, error: message.error })
      })
    })
  }

  ask<Name extends QuestionName>(
    question: Name,
    input: QuestionInput<Name>,
  ): Promise<{ ok: true; value: QuestionAnswers[Name] } | { ok: false; error: RefusalValue }> {
    return new Promise((resolve) => {
      this.#request({ type: 'ask', id: this.#newId(), question, input }, (message) => {
        if (message.type === 'ask-answer') resolve(message.answer as { ok: true; value: QuestionAnswers[Name] } | { ok: false; error: RefusalValue })
        else if (message.type === 'refused') resolve({ ok: false, error: message.error })
      })
    })
  }

  /** Sends one piece of a file (`src/renderer/notebook/upload-file.ts` cuts them). */
  upload(piece: Omit<Extract<UpMessage, { type: 'upload' }>, 'type' | 'id'>): Promise<UploadAnswer> {
    return new Promise((resolve) => {
      this.#request({ type: 'upload', id: this.#newId(), ...piece }, (message) => {
        if (message.type === 'upload-answer') resolve(message.answer)
        else if (message.type === 'refused') resolve({ ok: false, error: message.error })
      })
    })
  }

  /** Calls `listener` with the page now and after every commit that alters it. */
  watch<Name extends QueryName>(
    query: Name,
    params: QueryParams<Name>,
    page: { start: number; count: number },
    listener: (page: WatchedPage<QueryRow<Name>>) => void,
    refused: (error: RefusalValue) => void = () => {},
  ): Watch {
    const id = this.#newId()
    const watching: Watching = {
      message: { type: 'watch', id, query, params, ...page },
      number: -1,
      rows: new Map(),
      listener: (message, rows) => {
        if (message.type === 'rows')
          listener({ total: message.total, start: message.start, rows: message.ids.flatMap((rowId) => (rows.get(rowId) as QueryRow<Name>) ?? []) })
      },
      refused,
    }
    this.#watching.set(id, watching)
    this.#wire?.send(watching.message)
    return {
      setPage: (start, count) => {
        const { message } = watching
        if (message.type !== 'watch' || (message.start === start && message.count === count)) return
        watching.message = { ...watching.message, start, count } as Watching['message']
        this.#wire?.send({ type: 'page', id, start, count })
      },
      close: () => this.#unwatch(id),
    }
  }

  /** Calls `listener` with the rail's counts now and whenever one changes. */
  watchCounts(listener: (counts: ReadonlyMap<string, number>) => void): Watch {
    const id = this.#newId()
    const message = { type: 'tally', id } as const
    this.#watching.set(id, {
      message,
      number: -1,
      rows: new Map(),
      listener: (down) => {
        if (down.type === 'counts') listener(new Map(down.counts))
      },
      refused: () => {},
    })
    this.#wire?.send(message)
    return { setPage: () => {}, close: () => this.#unwatch(id) }
  }

  #unwatch(id: string): void {
    if (this.#watching.delete(id)) this.#wire?.send({ type: 'unwatch', id })
  }

  #request(message: Extract<UpMessage, { type: 'command' | 'ask' | 'upload' }>, settle: (message: DownMessage) => void): void {
    this.#pending.set(message.id, { message, settle })
    if (message.type === 'command') this.#setState({ unanswered: this.#state.unanswered + 1 })
    this.#wire?.send(message)
  }

  #receive(message: DownMessage): void {
    switch (message.type) {
      case 'welcome':
        this.#setState({ connection: 'connected', notebook: message.notebook })
        break
      case 'status':
        this.#setState({ seq: message.seq, saving: message.saving })
        break
      case 'damage':
        if (this.#state.notebook) this.#setState({ notebook: { ...this.#state.notebook, damage: message.damage } })
        break
      case 'backups':
        this.#setState({ backups: message.state })
        break
      case 'command-answer':
      case 'ask-answer':
      case 'upload-answer':
        this.#settle(message.id, message)
        break
      case 'refused': {
        if (message.id === 'hello') this.#setState({ connection: 'outdated' })
        this.#watching.get(message.id)?.refused(message.error)
        this.#settle(message.id, message)
        break
      }
      case 'rows':
      case 'counts':
        this.#receiveDifference(message)
        break
    }
  }

  #settle(id: string, message: DownMessage): void {
    const pending = this.#pending.get(id)
    if (!pending) return
    this.#pending.delete(id)
    if (pending.message.type === 'command') this.#setState({ unanswered: this.#state.unanswered - 1 })
    pending.settle(message)
  }

  #receiveDifference(message: Extract<DownMessage, { type: 'rows' | 'counts' }>): void {
    const watching = this.#watching.get(message.id)
    if (!watching) return
    const isWhole = message.number === 0
    if (!isWhole && message.number !== watching.number + 1) {
      // A difference was missed: what is shown may be wrong, so ask for all of it.
      watching.number = Number.NEGATIVE_INFINITY
      this.#wire?.send(watching.message)
      return
    }
    watching.number = message.number
    if (message.type === 'rows') {
      const kept = new Map<RecordId, { id: RecordId }>()
      const fresh = new Map(message.rows.map((row) => [row.id, row]))
      for (const id of message.ids) {
        const row = fresh.get(id) ?? (isWhole ? undefined : watching.rows.get(id))
        if (row) kept.set(id, row)
      }
      watching.rows = kept
    }
    watching.listener(message, watching.rows)
  }

  #setState(change: Partial<ClientState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#stateListeners) listener()
  }
}
