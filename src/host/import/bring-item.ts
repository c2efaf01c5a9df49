// Brings one source of a bibliography, or of another program's highlights, into a notebook: as a new source, or into the one that is there already.

import type { CommandInput, CommandName, CommandResult } from '../../core/commands/commands.ts'
import { mergeExcerpts } from '../../core/import/annotations/excerpt.ts'
import { counted } from '../../core/import/annotations/limits.ts'
import type { KnownSources } from '../../core/import/find-known-source.ts'
import type { SourceItem } from '../../core/import/import-item.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { Source } from '../../core/records/source.ts'
import type { CommandAnswer } from '../../core/store/commit-queue.ts'
import { Refusal } from '../../core/store/refusal.ts'

export type ItemTarget = {
  run: (command: string, input: unknown) => Promise<CommandAnswer>
  known: KnownSources
  source: (id: RecordId<'source'>) => Source | undefined
  /** The Markdown of a text. */
  markdown: (id: RecordId<'text'>) => Promise<string | undefined>
}

export type BroughtItem = { source: RecordId<'source'>; citekey: string; title: string; isNew: boolean; isChanged: boolean; notes: string[] }

/** Throws the refusals of its commands. Nothing that the analyst wrote is changed: only what is empty is filled. */
export async function bringItem(target: ItemTarget, item: SourceItem): Promise<BroughtItem> {
  const id = target.known.idOf(item)
  const held = id && target.source(id)
  if (held?.removedAt !== undefined)
    throw new Refusal('exists', `“${held.title}” is in the trash (${held.id}): restore it there to bring it in again`)
  return held ? await bringIntoKnown(target, held, item) : await bringNew(target, item)
}

async function bringNew(target: ItemTarget, item: SourceItem): Promise<BroughtItem> {
  const { id, citekey } = await run(target, 'source.add', { ...item.fields, origins: item.origins, markdown: item.markdown })
  target.known.add(id, item)
  const { added } = await addHighlights(target, id, item)
  return { source: id, citekey, title: item.fields.title, isNew: true, isChanged: true, notes: highlightNotes(added) }
}

async function bringIntoKnown(target: ItemTarget, held: Source, item: SourceItem): Promise<BroughtItem> {
  const missing = missingFields(held, item)
  if (Object.keys(missing).length > 0) await run(target, 'source.revise', { id: held.id, ...missing })
  const text = held.revisions.at(-1)?.text
  const old = item.highlights.length > 0 && text ? await target.markdown(text) : undefined
  // Quotes go into a text of quotes; a text that was imported whole stays what it is, and they are looked for in it.
  const merged = old === undefined ? undefined : mergeExcerpts(old, item.markdown)
  const isExtended = merged !== undefined && merged !== old
  if (isExtended) await run(target, 'source.renew-text', { id: held.id, markdown: merged })
  const { added } = await addHighlights(target, held.id, item)
  const notes = [...(Object.keys(missing).length > 0 ? [`filled in: ${Object.keys(missing).join(', ')}`] : []), ...highlightNotes(added)]
  return { source: held.id, citekey: held.citekey, title: held.title, isNew: false, isChanged: notes.length > 0 || isExtended, notes }
}

function missingFields(held: Source, { fields }: SourceItem): Partial<CommandInput<'source.revise'>> {
  const missing: { [field: string]: unknown } = {}
  for (const name of ['publisher', 'url', 'published', 'accessed', 'language', 'doi', 'csl'] as const)
    if (!held[name] && fields[name]) missing[name] = fields[name]
  if (held.authors.length === 0 && fields.authors && fields.authors.length > 0) missing.authors = fields.authors
  return missing
}

const together = 2_000

async function addHighlights(target: ItemTarget, source: RecordId<'source'>, { highlights }: SourceItem): Promise<CommandResult<'highlight.import'>> {
  const all: CommandResult<'highlight.import'> = { added: [], known: 0 }
  // In parts: one commit of 100,000 highlights would hold everybody else up.
  for (let start = 0; start < highlights.length; start += together) {
    const { added, known } = await run(target, 'highlight.import', { source, highlights: highlights.slice(start, start + together) })
    all.added.push(...added)
    all.known += known
  }
  return all
}

function highlightNotes(added: CommandResult<'highlight.import'>['added']): string[] {
  if (added.length === 0) return []
  const count = (state: string) => added.filter((each) => each.state === state).length
  const notes = [counted(added.length, 'new highlight')]
  if (count('changed') > 0) notes.push(`${counted(count('changed'), 'highlight')} in other words than the text: see the audit`)
  if (count('lost') > 0) notes.push(`${counted(count('lost'), 'highlight')} not in the text, kept as lost: see the audit`)
  return notes
}

async function run<Name extends CommandName>(target: ItemTarget, name: Name, input: CommandInput<Name>): Promise<CommandResult<Name>> {
  const answer = await target.run(name, input)
  if (!answer.ok) throw new Refusal(answer.error.code, answer.error.message)
  return answer.result as CommandResult<Name>
}
