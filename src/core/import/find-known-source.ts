// Which source of a notebook an imported one is: by what it was called where it came from, its DOI, its address, or its title and who wrote it.

import { type HeadOf, titleKey } from '../records/tables.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { pageKey } from './annotations/group-by-page.ts'
import type { SourceItem } from './import-item.ts'

type Head = HeadOf<'sources'>

/** Looked up in memory: built once per import, told of what the import adds. */
export class KnownSources {
  readonly #byName = new Map<string, Head['id']>()

  constructor(view: NotebookView) {
    const heads = [...view.heads('sources')]
    // The first that was there wins over its copies, one that is in use over one of the trash.
    const rank = ({ removedAt, createdSeq }: Head) => (removedAt === undefined ? 0 : 1e15) + createdSeq
    for (const source of heads.toSorted((one, other) => rank(one) - rank(other))) this.#note(source.id, namesOf(source, source.origins ?? []))
  }

  add(id: Head['id'], item: SourceItem): void {
    this.#note(id, namesOf({ doi: '', url: '', authors: [], publisher: '', ...item.fields }, item.origins))
  }

  /** The sources of the trash are known too. */
  idOf(item: SourceItem): Head['id'] | undefined {
    const names = namesOf({ doi: '', url: '', authors: [], publisher: '', ...item.fields }, item.origins)
    return names.map((name) => this.#byName.get(name)).find((each) => each !== undefined)
  }

  #note(id: Head['id'], names: readonly string[]): void {
    for (const name of names) if (!this.#byName.has(name)) this.#byName.set(name, id)
  }
}

type Named = {
  doi?: string | undefined
  url?: string | undefined
  title: string
  authors?: readonly string[] | undefined
  publisher?: string | undefined
}

/** Surest first. A title alone names nobody: every year has its annual report. */
function namesOf({ doi, url, title, authors = [], publisher }: Named, origins: readonly string[]): string[] {
  const names = origins.map((origin) => `origin ${origin}`)
  if (doi) names.push(`doi ${doi}`)
  if (url) names.push(`url ${pageKey(url).replace(/^https?:\/\/(?:www\.)?/i, '')}`)
  const who = [...authors.slice(0, 1).map(familyKey), ...(publisher ? [titleKey(publisher)] : [])]
  for (const each of who) if (each !== '' && titleKey(title).length > 3) names.push(`title ${titleKey(title)}|${each}`)
  return names
}

/** `Son, Masayoshi` and `Masayoshi Son` are one. */
function familyKey(name: string): string {
  const [family = '', given] = name.split(/\s*[,，]\s*/)
  return titleKey(given === undefined ? (family.split(/\s+/).at(-1) ?? '') : family)
}
