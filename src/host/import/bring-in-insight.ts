// A note becomes an insight, or renews the one that it became before, as long as the analyst has written nothing there since.

import { createHash } from 'node:crypto'
import type { CommandInput } from '../../core/commands/commands.ts'
import { likeness, sketchText } from '../../core/evidence/text-sketch.ts'
import type { InsightItem } from '../../core/import/import-item.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { newRecordId } from '../storage/new-id.ts'
import type { ImportOutcome } from './import-outcome.ts'
import type { ImportTarget } from './import-target.ts'

export class InsightIntake {
  readonly #target: ImportTarget
  /** Of this import: a view beside another process does not know them. */
  readonly #brought = new Set<string>()

  constructor(target: ImportTarget) {
    this.#target = target
  }

  async take(path: string, { title, body, topics, aliases }: InsightItem, origins: string[], notes: string[]): Promise<ImportOutcome> {
    if (origins.some((origin) => this.#brought.has(origin))) return { path, outcome: 'skipped', reason: 'this note came in already' }
    for (const origin of origins) this.#brought.add(origin)
    const importedSha256 = hashOf(title, body)
    const found = origins.flatMap((origin) => this.#target.view.by('insightsByOrigin', origin))
    const met = isLoose(origins) ? found.filter(({ id }) => this.#isAlike(id, body)) : found
    const held = met.find(({ removedAt }) => removedAt === undefined) ?? met[0]
    if (!held) {
      const id = newRecordId('insight')
      const input: CommandInput<'insight.add'> = { id, title, body, topics, origins, importedSha256, ...(aliases.length > 0 ? { aliases } : {}) }
      const answer = await this.#target.run('insight.add', input)
      return answer.ok ? { path, outcome: 'kept', insight: id, title, notes } : { path, outcome: 'refused', reason: answer.error.message }
    }
    const { id } = held
    const skip = (reason: string): ImportOutcome => ({ path, outcome: 'skipped', reason, insight: id })
    if (held.removedAt !== undefined) return skip(`it is in the trash (${id}): restore it there`)
    if (held.importedSha256 === importedSha256) return skip('nothing in it is new')
    const whole = this.#target.view.get('insights', id)
    if (!whole) return skip(`its insight (${id}) cannot be read`)
    if (hashOf(whole.title, whole.body) !== held.importedSha256) {
      return hashOf(whole.title, whole.body) === importedSha256
        ? skip('nothing in it is new')
        : skip(`you have written in its insight (${id}) since it was imported: that stays, and the file’s new words were left out`)
    }
    return this.#renew(
      path,
      id,
      whole.rev,
      {
        title,
        body,
        importedSha256,
        // Those that the analyst has stay, and those that were taken away do not come back.
        ...(whole.topics.length === 0 && topics.length > 0 ? { topics } : {}),
        ...(!whole.aliases?.length && aliases.length > 0 ? { aliases } : {}),
      },
      notes,
    )
  }

  /** What a file by itself is called says little: two folders have a `todo.md`. */
  #isAlike(id: RecordId<'insight'>, body: string): boolean {
    const whole = this.#target.view.get('insights', id)
    return whole === undefined || whole.body === body || likeness(sketchText(whole.body), sketchText(body)) !== undefined
  }

  async #renew(
    path: string,
    id: RecordId<'insight'>,
    rev: number,
    fields: Omit<CommandInput<'insight.revise'>, 'id' | 'rev'>,
    notes: string[],
  ): Promise<ImportOutcome> {
    const answer = await this.#target.run('insight.revise', { id, rev, ...fields })
    if (answer.ok) return { path, outcome: 'renewed', insight: id, title: fields.title ?? '', notes }
    return answer.error.code === 'stale'
      ? { path, outcome: 'skipped', reason: `its insight (${id}) is being written: that stays`, insight: id }
      : { path, outcome: 'refused', reason: answer.error.message }
  }
}

function isLoose(origins: readonly string[]): boolean {
  return origins.every((origin) => origin.startsWith('file:loose/'))
}

function hashOf(title: string, body: string): string {
  return createHash('sha256').update(`${title}\n${body}`).digest('hex')
}
