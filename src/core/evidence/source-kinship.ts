// Which sources are one voice: copies, translations and those that only quote another, as the analyst or a comparison of their texts says.

import type { RecordId } from '../records/record-id.ts'
import type { KinRelation } from '../records/source.ts'
import type { NotebookView } from '../store/notebook-view.ts'

type SourceId = RecordId<'source'>

/** What a comparison of two sources' texts finds; undefined where they are unlike, or nobody has compared them. */
export type CompareSources = (one: SourceId, other: SourceId) => 'copy' | 'quotes' | undefined

export type Kinship = { relation: KinRelation; saidBy: 'analyst' | 'comparison' }

/** The analyst's word goes before the comparison's, whichever of the two sources it was said of. */
export function kinshipOf(notebook: NotebookView, one: SourceId, other: SourceId, compare: CompareSources = () => undefined): Kinship | undefined {
  const said = relationTo(notebook, one, other) ?? relationTo(notebook, other, one)
  if (said) return { relation: said, saidBy: 'analyst' }
  const found = compare(one, other)
  return found && { relation: found, saidBy: 'comparison' }
}

/** Groups of sources that count once, in the order of their first members. Quadratic in the sources of one insight, which are few. */
export function groupKin(notebook: NotebookView, sources: Iterable<SourceId>, compare?: CompareSources): SourceId[][] {
  const groups: SourceId[][] = []
  for (const source of new Set(sources)) {
    const kin = groups.filter((group) => group.some((member) => isOneVoice(kinshipOf(notebook, source, member, compare))))
    const [first, ...others] = kin
    if (!first) {
      groups.push([source])
      continue
    }
    first.push(source, ...others.flat())
    for (const joined of others) groups.splice(groups.indexOf(joined), 1)
  }
  return groups
}

export function isOneVoice(kinship: Kinship | undefined): boolean {
  return kinship !== undefined && kinship.relation !== 'independent'
}

function relationTo(notebook: NotebookView, one: SourceId, other: SourceId): KinRelation | undefined {
  return notebook.head('sources', one)?.kin?.find(({ source }) => source === other)?.relation
}
