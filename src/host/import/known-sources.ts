// The sources that an import can meet again: by where they came from, their texts, DOI, address and title. Those of the trash are met too.

import type { SourceItem } from '../../core/import/import-item.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { Source } from '../../core/records/source.ts'
import { titleKey } from '../../core/records/tables.ts'

export type KnownSource = Pick<Source, 'id' | 'title' | 'publisher' | 'authors' | 'url' | 'published' | 'accessed' | 'language' | 'doi' | 'csl'> & {
  /** Oldest first. */
  texts: RecordId<'text'>[]
  origins: string[]
  isInTrash: boolean
  /** Of this import: the file it came from, and whether it was taken, once that is known. */
  brought?: { path: string; isTaken: Promise<boolean> }
}

export type Meeting = { source: KnownSource; by: 'origin' | 'text' | 'doi' | 'url' | 'title' }

export class KnownSources {
  readonly #byKey = new Map<string, KnownSource[]>()

  constructor(sources: Iterable<Source>) {
    for (const source of sources) {
      const { id, title, publisher, authors, url, published, accessed, language, doi, csl, origins = [], revisions, removedAt } = source
      const texts = revisions.map(({ text }) => text)
      this.add({ id, title, publisher, authors, url, published, accessed, language, doi, csl, origins, texts, isInTrash: removedAt !== undefined })
    }
  }

  add(source: KnownSource): void {
    for (const key of keysOf(source)) {
      const held = this.#byKey.get(key)
      if (!held) this.#byKey.set(key, [source])
      else if (!held.includes(source)) held.push(source)
    }
  }

  remove(source: KnownSource): void {
    for (const key of keysOf(source))
      this.#byKey.set(
        key,
        (this.#byKey.get(key) ?? []).filter((each) => each !== source),
      )
  }

  /** What says most comes first: where it is from, its very text, its DOI, its address, its publisher and title. */
  meet(item: SourceItem, text: RecordId<'text'>, origins: readonly string[]): Meeting | undefined {
    const { doi = '', url = '', publisher = '', authors = [], title } = item.fields
    const asked: [Meeting['by'], string][] = [
      ...origins.map((origin): [Meeting['by'], string] => ['origin', `origin ${origin}`]),
      ...(item.isExcerpt ? [] : [['text', text] as [Meeting['by'], string]]),
      ...(doi ? [['doi', `doi ${doi}`] as [Meeting['by'], string]] : []),
      ...(url ? [['url', `url ${plainAddress(url)}`] as [Meeting['by'], string]] : []),
      ...titlesOf({ title, publisher, authors }).map((key): [Meeting['by'], string] => ['title', key]),
    ]
    let removed: Meeting | undefined
    for (const [by, key] of asked) {
      const found = (this.#byKey.get(key) ?? []).filter((source) => by !== 'title' || isSameByTitle(source, item))
      const standing = found.find(({ isInTrash }) => !isInTrash)
      if (standing) return { source: standing, by }
      if (found[0] && by !== 'title') removed ??= { source: found[0], by }
    }
    return removed
  }
}

function keysOf({ origins, texts, doi, url, ...named }: KnownSource): string[] {
  return [
    ...origins.map((origin) => `origin ${origin}`),
    ...texts,
    ...(doi ? [`doi ${doi}`] : []),
    ...(url ? [`url ${plainAddress(url)}`] : []),
    ...titlesOf(named),
  ]
}

/** By who published or wrote it; by its title alone where nobody is named. */
function titlesOf({ title, publisher, authors }: Pick<KnownSource, 'title' | 'publisher' | 'authors'>): string[] {
  const who = [...(publisher ? [titleKey(publisher)] : []), ...authors.slice(0, 1).map(familyKey)].filter((name) => name !== '')
  return (who.length > 0 ? who : ['']).map((name) => `title ${titleKey(title)}|${name}`)
}

/** `Son, Masayoshi` and `Masayoshi Son` are one. */
function familyKey(name: string): string {
  const [family = '', given] = name.split(/\s*[,，]\s*/)
  return titleKey(given === undefined ? (family.split(/\s+/).at(-1) ?? '') : family)
}

/** One title is often given twice: next week's brief, the notes of another meeting. What else is known must not speak against it. */
function isSameByTitle(source: KnownSource, { fields }: SourceItem): boolean {
  const differ = (one = '', other = '') => one !== '' && other !== '' && one !== other
  if (differ(source.published, fields.published) || differ(source.doi, fields.doi)) return false
  if (differ(source.url && plainAddress(source.url), fields.url && plainAddress(fields.url))) return false
  return source.publisher !== '' || source.authors.length > 0 || source.brought === undefined
}

/** The same page under its common spellings: scheme, www, a last slash, a place in the page, and what says only where a reader came from. */
export function plainAddress(address: string): string {
  if (!URL.canParse(address)) return address.trim()
  const url = new URL(address)
  const wanted = [...url.searchParams].filter(([name]) => !/^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|spm)$/i.test(name))
  const query = new URLSearchParams(wanted.toSorted(([one], [other]) => (one < other ? -1 : 1))).toString()
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${query && `?${query}`}`
}
