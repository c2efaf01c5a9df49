// One record's unsent typing: when it is sent, and how it meets what other windows did meanwhile. No clock, wire or storage of its own.
//
// `#base` is the newest version that this window has taken in, `#local` the fields that differ from it. Whatever arrives is merged into both, so
// that a command always says exactly what is to change between the version it names and the next.

import type { RefusalCode, RefusalValue } from '../../core/store/refusal.ts'
import { type DraftContent, type FieldMerge, mergeField, sameField } from './draft-merge.ts'
import { SendTimer } from './draft-timer.ts'

export type DraftClock = {
  now: () => number
  /** Runs once, `delayMs` from now; returns how to call it off. */
  after: (delayMs: number, run: () => void) => () => void
}

export type DraftAnswer = { ok: true; rev: number } | { ok: false; error: RefusalValue }
/** `info` is what the pane shows of the record besides its drafted fields. */
export type RecordVersion<Content, Info = unknown> = { rev: number; content: Content; info?: Info | undefined }

/** What outlives the window: enough to merge the typing into whatever the record has become. `sent` may or may not have arrived. */
export type KeptDraft<Content> = { rev: number; at: number; base: Partial<Content>; local: Partial<Content>; sent: Partial<Content> }

export type DraftPorts<Content extends DraftContent> = {
  merges: { readonly [Field in keyof Content]: FieldMerge }
  send: (rev: number, changes: Partial<Content>) => Promise<DraftAnswer>
  clock: DraftClock
  /** Called soon after typing, and with `undefined` once everything is acknowledged. */
  keep: (kept: KeptDraft<Content> | undefined) => void
}

type FieldOf<Content> = keyof Content & string
/** Both sides changed the same place. `base` is what both began with; ours is the field's content as it is shown. */
export type FieldConflict = { base: string; theirs: string }

export type DraftState<Content, Info = unknown> = {
  /** `gone`: the record was deleted for good; what was typed is still here. */
  phase: 'loading' | 'open' | 'gone'
  content: Content | undefined
  info: Info | undefined
  isUnsent: boolean
  conflicts: ReadonlyMap<FieldOf<Content>, FieldConflict>
  /** Why the last command was refused; sent again with the next edit or by `retry`. */
  refusal: RefusalValue | undefined
  /** Typing of a window that ended before it was saved was put back; `before` is what stood there. */
  restored: { at: number; before: Partial<Content> } | undefined
}

const keepAfterMs = 200
const retryAfterMs = 5_000
/** Sending the same again would be refused again. */
const lastingRefusals: ReadonlySet<RefusalCode> = new Set(['invalid', 'too-large', 'not-found', 'unknown-command'])

export class Draft<Content extends DraftContent, Info = unknown> {
  readonly #ports: DraftPorts<Content>
  readonly #timer: SendTimer
  readonly #listeners = new Set<() => void>()
  #base: RecordVersion<Content, Info> | undefined
  #local: Partial<Content> = {}
  #inFlight: Partial<Content> | undefined
  #newest: RecordVersion<Content, Info> | undefined
  #conflicts = new Map<FieldOf<Content>, FieldConflict>()
  #refusal: RefusalValue | undefined
  #restored: DraftState<Content>['restored']
  #toRestore: KeptDraft<Content>[] = []
  #isGone = false
  #isComposing = false
  #isSendWanted = false
  #cancelKeep: (() => void) | undefined
  #state: DraftState<Content, Info>

  constructor(ports: DraftPorts<Content>) {
    this.#ports = ports
    this.#timer = new SendTimer(ports.clock, () => this.flush())
    this.#state = this.#makeState()
  }

  get state(): DraftState<Content, Info> {
    return this.#state
  }

  onState(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Typing in a field. Choices and lists are whole at once and go out now; texts wait for a pause. */
  edit<Field extends FieldOf<Content>>(field: Field, value: Content[Field]): void {
    if (!this.#base) return
    this.#local[field] = value
    this.#dropUnchanged()
    if (this.#ports.merges[field] === 'text') this.#timer.note()
    else this.flush()
    this.#keepSoon()
    this.#changed()
  }

  /** Sends what is unsent as soon as nothing else is on its way: on blur, when the pane closes, when the page is hidden. */
  flush(): void {
    this.#timer.cancel()
    const changes = this.#sendable()
    this.#isSendWanted = changes !== undefined && (this.#inFlight !== undefined || this.#isComposing)
    if (!changes || !this.#base || this.#isSendWanted || this.#isGone) return
    this.#inFlight = changes
    this.#changed()
    void this.#ports.send(this.#base.rev, changes).then((answer) => this.#answered(changes, answer))
  }

  /** The record as the notebook has it now; `null` once it is gone for good. */
  receive(version: RecordVersion<Content, Info> | null): void {
    if (version === null) {
      this.#isGone = true
      this.#changed()
      return
    }
    this.#isGone = false
    if (!this.#base) {
      this.#base = version
      for (const kept of this.#toRestore.splice(0)) this.restore(kept)
    } else if (version.rev > this.#base.rev) this.#newest = version
    this.#takeInNewest()
    this.#changed()
  }

  /** While an input method is composing, nothing is sent and nothing of other windows is taken in: either would break the composition. */
  compose(isComposing: boolean): void {
    this.#isComposing = isComposing
    if (isComposing) return
    this.#takeInNewest()
    if (this.#sendable()) this.#timer.note()
    this.#changed()
  }

  /** Puts back what an ended window had not saved. */
  restore(kept: KeptDraft<Content>): void {
    if (!this.#base) {
      this.#toRestore.push(kept)
      return
    }
    const before: Partial<Content> = {}
    for (const field of Object.keys(kept.local) as FieldOf<Content>[]) {
      const current = this.#valueOf(field)
      const typed = kept.local[field]
      if (typed === undefined || sameField(typed, current)) continue
      const base = sameField(kept.sent[field], current) ? current : (kept.base[field] ?? current)
      this.#rebaseField(field, base, typed, current)
      before[field] = current
    }
    this.#dropUnchanged()
    if (Object.keys(before).length === 0) {
      this.#keepNow()
      return
    }
    this.#restored = { at: kept.at, before }
    this.#keepNow()
    this.flush()
    this.#changed()
  }

  /** Ends the offer: `discard` takes the restored typing out again. */
  settleRestored(choice: 'keep' | 'discard'): void {
    const before = this.#restored?.before
    this.#restored = undefined
    if (choice === 'discard' && before) {
      for (const field of Object.keys(before) as FieldOf<Content>[]) {
        this.#conflicts.delete(field)
        const value = before[field]
        if (value !== undefined) this.edit(field, value)
      }
    }
    this.#changed()
  }

  /** Ends a conflict with one side, or with a text that the analyst made of both. */
  resolve(field: FieldOf<Content>, text: Content[FieldOf<Content>]): void {
    this.#conflicts.delete(field)
    this.#local[field] = text
    this.#dropUnchanged()
    this.#keepNow()
    this.flush()
    this.#changed()
  }

  retry(): void {
    if (this.#refusal) this.flush()
  }

  /** Writes what is unsent to where it outlives the window, without waiting. */
  keepNow(): void {
    this.#keepNow()
  }

  #answered(sent: Partial<Content>, answer: DraftAnswer): void {
    this.#inFlight = undefined
    this.#refusal = undefined
    const base = this.#base
    if (answer.ok && base) this.#base = { ...base, rev: answer.rev, content: { ...base.content, ...sent } }
    // The version that made it stale arrives by itself, if it has not already; then everything is sent again.
    else if (!answer.ok && answer.error.code === 'stale') this.#isSendWanted = true
    else if (!answer.ok) {
      this.#refusal = answer.error
      if (!lastingRefusals.has(answer.error.code)) this.#ports.clock.after(retryAfterMs, () => this.retry())
    }
    this.#dropUnchanged()
    this.#takeInNewest()
    if (answer.ok && this.#isSendWanted && !this.#inFlight) this.flush()
    this.#keepNow()
    this.#changed()
  }

  #takeInNewest(): void {
    const [base, newest] = [this.#base, this.#newest]
    if (!base || !newest || this.#inFlight || this.#isComposing) return
    this.#newest = undefined
    if (newest.rev < base.rev) return
    for (const field of Object.keys(this.#local) as FieldOf<Content>[]) {
      this.#rebaseField(field, this.#conflicts.get(field)?.base ?? base.content[field], this.#valueOf(field), newest.content[field])
    }
    this.#base = newest
    this.#dropUnchanged()
    if (this.#isSendWanted) this.flush()
  }

  #rebaseField<Field extends FieldOf<Content>>(field: Field, base: Content[Field] | string, ours: Content[Field], theirs: Content[Field]): void {
    const merged = mergeField(this.#ports.merges[field], base, ours, theirs)
    this.#local[field] = (merged.kind === 'merged' ? merged.value : ours) as Content[Field]
    if (merged.kind === 'conflict') this.#conflicts.set(field, { base: String(base), theirs: String(theirs) })
    else this.#conflicts.delete(field)
  }

  #valueOf<Field extends FieldOf<Content>>(field: Field): Content[Field] {
    return (this.#local[field] ?? this.#base?.content[field]) as Content[Field]
  }

  /** What may be sent now: without the fields that are in conflict. */
  #sendable(): Partial<Content> | undefined {
    const changes = { ...this.#local }
    for (const field of this.#conflicts.keys()) delete changes[field]
    return Object.keys(changes).length > 0 ? changes : undefined
  }

  #dropUnchanged(): void {
    for (const field of Object.keys(this.#local) as FieldOf<Content>[]) {
      const isOnItsWay = this.#inFlight !== undefined && field in this.#inFlight
      if (!isOnItsWay && !this.#conflicts.has(field) && sameField(this.#local[field], this.#base?.content[field])) delete this.#local[field]
    }
  }

  #keepSoon(): void {
    this.#cancelKeep ??= this.#ports.clock.after(keepAfterMs, () => this.#keepNow())
  }

  #keepNow(): void {
    this.#cancelKeep?.()
    this.#cancelKeep = undefined
    const base = this.#base
    if (!base) return
    const fields = Object.keys(this.#local) as FieldOf<Content>[]
    if (fields.length === 0) {
      this.#ports.keep(undefined)
      return
    }
    const bases = Object.fromEntries(fields.map((field) => [field, this.#conflicts.get(field)?.base ?? base.content[field]])) as Partial<Content>
    this.#ports.keep({ rev: base.rev, at: this.#ports.clock.now(), base: bases, local: { ...this.#local }, sent: this.#inFlight ?? {} })
  }

  #changed(): void {
    this.#state = this.#makeState()
    for (const listener of this.#listeners) listener()
  }

  #makeState(): DraftState<Content, Info> {
    return {
      phase: this.#isGone ? 'gone' : this.#base ? 'open' : 'loading',
      content: this.#base && { ...this.#base.content, ...this.#local },
      info: (this.#newest ?? this.#base)?.info,
      isUnsent: Object.keys(this.#local).length > 0 || this.#inFlight !== undefined,
      conflicts: new Map(this.#conflicts),
      refusal: this.#refusal,
      restored: this.#restored,
    }
  }
}
