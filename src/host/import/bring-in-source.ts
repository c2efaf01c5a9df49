// A source that a file brings: added, or met again; then its new text, its highlights and what was not known of it go to the one that is here.

import { createHash } from 'node:crypto'
import type { CommandInput } from '../../core/commands/commands.ts'
import { likeness, sketchText } from '../../core/evidence/text-sketch.ts'
import { mergeExcerpts } from '../../core/import/annotations/excerpt.ts'
import { counted } from '../../core/import/annotations/limits.ts'
import type { SourceItem } from '../../core/import/import-item.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { titleKey } from '../../core/records/tables.ts'
import type { CommandAnswer } from '../../core/store/commit-queue.ts'
import { newRecordId } from '../storage/new-id.ts'
import type { ImportOutcome } from './import-outcome.ts'
import type { ImportTarget } from './import-target.ts'
import { type KnownSource, type KnownSources, type Meeting, plainAddress } from './known-sources.ts'
import type { Original } from './read-one-file.ts'

/** Of another source with the same address, DOI or title, and another text. */
export const duplicateWays = ['skip', 'revise', 'add'] as const
export type DuplicateWay = (typeof duplicateWays)[number]

/** One commit's worth. */
const marksTogether = 2_000

export type BroughtSource = { path: string; item: SourceItem; origins: string[]; original: Original | undefined; notes: string[] }

export class SourceIntake {
  readonly #target: ImportTarget
  readonly #known: KnownSources
  readonly #duplicates: DuplicateWay

  constructor(target: ImportTarget, known: KnownSources, duplicates: DuplicateWay) {
    this.#target = target
    this.#known = known
    this.#duplicates = duplicates
  }

  async take(brought: BroughtSource): Promise<ImportOutcome> {
    const text: RecordId<'text'> = `text:${createHash('sha256').update(brought.item.markdown).digest('hex')}`
    for (;;) {
      const met = this.#known.meet(brought.item, text, brought.origins)
      // A twin may be on its way, and may yet be refused.
      if (met?.source.brought && !(await met.source.brought.isTaken)) continue
      if (!met || (isByLooks(met) && this.#duplicates === 'add' && !brought.item.isExcerpt)) return this.#add(brought, text)
      if (met.source.isInTrash)
        return skipped(
          brought,
          met,
          met.by === 'text'
            ? `its text is in the trash (${met.source.id}): restore it there`
            : `it is in the trash (${met.source.id}): restore it there`,
        )
      if (met.by === 'origin' && !brought.item.isExcerpt && !(await this.#isTheSame(brought, met.source)))
        return this.#add(withoutFile(brought), text)
      return this.#meet(brought, text, met)
    }
  }

  /** A path alone is no identity: `notes/index.md` of another folder is another text. */
  async #isTheSame({ item, origins }: BroughtSource, known: KnownSource): Promise<boolean> {
    const shared = origins.filter((origin) => known.origins.includes(origin))
    if (shared.some((origin) => !origin.startsWith('file:'))) return true
    if (titleKey(item.fields.title) === titleKey(known.title)) return true
    if (item.fields.url && known.url && plainAddress(item.fields.url) === plainAddress(known.url)) return true
    const newest = known.texts.at(-1)
    const held = newest && (await this.#target.readText(newest))
    return held !== undefined && likeness(sketchText(held.markdown), sketchText(item.markdown)) !== undefined
  }

  async #add({ path, item, origins, original, notes }: BroughtSource, text: RecordId<'text'>): Promise<ImportOutcome> {
    const id = newRecordId('source')
    const { title, publisher = '', authors = [], url = '', published = '', accessed = '', language = '', doi, csl } = item.fields
    const { promise: isTaken, resolve: settle } = Promise.withResolvers<boolean>()
    const known: KnownSource = {
      ...{ id, title, publisher, authors, url, published, accessed, language, doi, csl, origins, texts: [text], isInTrash: false },
      brought: { path, isTaken },
    }
    this.#known.add(known)
    const input: CommandInput<'source.add'> = {
      ...item.fields,
      id,
      markdown: item.markdown,
      ...(origins.length > 0 ? { origins } : {}),
      ...(original ? { file: original } : {}),
    }
    let answer: CommandAnswer | undefined
    try {
      // Sent together: the queue runs them in this order.
      const adding = this.#target.run('source.add', input)
      const marking = item.highlights.length > 0 ? this.#mark(id, item) : undefined
      marking?.catch(() => {})
      answer = await adding
      if (!answer.ok) return { path, outcome: 'refused', reason: answer.error.message }
      const { citekey } = answer.result as { citekey: string }
      const marked = await marking
      return { path, outcome: 'kept', source: id, citekey, title, notes: marked ? [...notes, ...marked.notes] : notes }
    } finally {
      if (!answer?.ok) this.#known.remove(known)
      settle(answer?.ok === true)
    }
  }

  async #meet(brought: BroughtSource, text: RecordId<'text'>, met: Meeting): Promise<ImportOutcome> {
    const { path, item, original } = brought
    const { source } = met
    const notes = [...brought.notes]
    const isHere = source.texts.includes(text)
    let isRenewed = false
    const markdown = isHere ? undefined : await this.#newText(brought, met)
    if (markdown !== undefined) {
      const answer = await this.#target.run('source.renew-text', { id: source.id, markdown, ...(original ? { file: original } : {}) })
      if (!answer.ok) return { path, outcome: 'refused', reason: answer.error.message }
      source.texts.push((answer.result as { text: RecordId<'text'> }).text)
      this.#known.add(source)
      isRenewed = true
      const { highlights } = answer.result as { highlights: { changed: number; lost: number } }
      notes.push('it has a new text; the old one stays readable')
      if (highlights.changed + highlights.lost > 0)
        notes.push(`of its highlights ${highlights.changed} changed and ${highlights.lost} lost their words: the audit lists them`)
    } else if (!isHere && !item.isExcerpt && isByLooks(met)) {
      const what = met.by === 'doi' ? 'the same DOI' : met.by === 'url' ? 'the same address' : 'the same title'
      return {
        ...skipped(
          brought,
          met,
          `${what} as ${nameOf(source)}, with another text: bring it in as a new text of that source, or as a source of its own`,
        ),
        isDuplicate: true,
      }
    }
    const filled = await this.#fill(source, brought)
    const marked = item.highlights.length > 0 ? await this.#mark(source.id, item) : undefined
    if (marked?.refusal !== undefined) return { path, outcome: 'refused', reason: marked.refusal }
    if (marked) notes.push(...marked.notes)
    if (filled.length > 0) notes.push(`filled in: ${filled.join(', ')}`)
    if (isRenewed || filled.length > 0 || (marked?.added ?? 0) > 0) return { path, outcome: 'renewed', source: source.id, title: source.title, notes }
    return skipped(brought, met, describeHeld(met))
  }

  /** What the source's newest text is to be; undefined where it stays. The text itself takes the place of an excerpt; the other way round never. */
  async #newText({ item }: BroughtSource, met: Meeting): Promise<string | undefined> {
    const newest = met.source.texts.at(-1)
    const held = newest && (await this.#target.readText(newest))
    const merged = held && mergeExcerpts(held.markdown, item.markdown)
    if (item.isExcerpt) return merged === held?.markdown ? undefined : merged
    return merged !== undefined || met.by === 'origin' || this.#duplicates === 'revise' ? item.markdown : undefined
  }

  /** Only what is empty: what the analyst wrote stays. The names of the facts that came, which another origin is not. */
  async #fill(source: KnownSource, { item, origins }: BroughtSource): Promise<string[]> {
    const { fields } = item
    const given: Partial<Omit<CommandInput<'source.revise'>, 'id'>> = {}
    for (const name of ['publisher', 'url', 'published', 'accessed', 'language', 'doi', 'csl'] as const) {
      const value = fields[name]
      if (value && !source[name]) {
        given[name] = value
        source[name] = value
      }
    }
    if (fields.authors?.length && source.authors.length === 0) {
      given.authors = fields.authors
      source.authors = fields.authors
    }
    const filled = Object.keys(given)
    const newOrigins = origins.filter((origin) => !source.origins.includes(origin))
    if (newOrigins.length > 0) {
      source.origins = [...source.origins, ...newOrigins].slice(0, 100)
      given.origins = source.origins
    }
    if (Object.keys(given).length === 0) return []
    this.#known.add(source)
    const answer = await this.#target.run('source.revise', { id: source.id, ...given })
    return answer.ok ? filled : []
  }

  /** In parts: one commit of 100,000 highlights would hold everybody else up. */
  async #mark(source: RecordId<'source'>, { highlights }: SourceItem): Promise<Marked> {
    const added: { state: string }[] = []
    const answers: Promise<CommandAnswer>[] = []
    for (let start = 0; start < highlights.length; start += marksTogether) {
      answers.push(this.#target.run('highlight.import', { source, highlights: highlights.slice(start, start + marksTogether) }))
    }
    for (const answer of await Promise.all(answers)) {
      if (!answer.ok) return { added: added.length, notes: [`its highlights were not taken: ${answer.error.message}`], refusal: answer.error.message }
      added.push(...(answer.result as { added: { state: string }[] }).added)
    }
    return { added: added.length, notes: describeMarks(added) }
  }
}

type Marked = { added: number; notes: string[]; refusal?: string }

function describeMarks(added: readonly { state: string }[]): string[] {
  if (added.length === 0) return []
  const count = (state: string) => added.filter((each) => each.state === state).length
  const notes = [counted(added.length, 'new highlight')]
  if (count('changed') > 0) notes.push(`${counted(count('changed'), 'highlight')} in other words than the text: see the audit`)
  if (count('lost') > 0) notes.push(`${counted(count('lost'), 'highlight')} not in the text, kept as lost: see the audit`)
  return notes
}

function isByLooks({ by }: Meeting): boolean {
  return by === 'doi' || by === 'url' || by === 'title'
}

/** What has its path in common with another is known by something else. */
function withoutFile(brought: BroughtSource): BroughtSource {
  return { ...brought, origins: brought.origins.filter((origin) => !origin.startsWith('file:')) }
}

function nameOf({ title, id, brought }: KnownSource): string {
  return brought ? brought.path : `“${title}” (${id})`
}

function describeHeld({ source, by }: Meeting): string {
  if (source.brought) return by === 'text' ? `the same text as ${source.brought.path}` : `the same source as ${source.brought.path}`
  return by === 'text'
    ? `its text is in the notebook already (${source.id})`
    : `it is in the notebook already (${source.id}), and nothing in it is new`
}

function skipped({ path, notes }: BroughtSource, { source }: Meeting, reason: string): ImportOutcome & { outcome: 'skipped' } {
  return { path, outcome: 'skipped', reason, source: source.id, ...(notes.length > 0 ? { notes } : {}) }
}
