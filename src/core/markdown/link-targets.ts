// What the words between `[[` and `]]` can name: a title, a title with a heading or a block of it, or a note of a vault by its folder.

/** `path`: where the note must lie in the vault that it came from, without `.md`. */
export type LinkTarget = { title: string; path?: string /** `#Heading` or `#^block`, as written. */; place: string }

/** The likeliest first: a title may hold all of these signs itself. */
export function linkTargets(written: string): LinkTarget[] {
  const targets: LinkTarget[] = [{ title: written, place: '' }]
  if (!/[#/]|\.md$/i.test(written)) return targets
  // `[[#Heading]]` is a place in the note itself, and C# no place at all.
  const hash = written.indexOf('#')
  const hasPlace = hash > 0 && hash < written.length - 1
  const note = (hasPlace ? written.slice(0, hash) : written).trim()
  const place = hasPlace ? written.slice(hash) : ''
  if (hasPlace) targets.push({ title: note, place })
  const path = note.replace(/\.md$/i, '').replace(/^(?:\.{0,2}\/)+/, '')
  const title = path.slice(path.lastIndexOf('/') + 1)
  if (title !== note && title !== '') targets.push({ title, place, ...(path.includes('/') ? { path } : {}) })
  return targets
}

/** Whether a note that came from there lies at the path, or in further folders under a folder of that path. `origins` as imports write them. */
export function liesAt(origins: readonly string[] | undefined, path: string): boolean {
  const end = `/${path.normalize('NFC').toLowerCase()}.md`
  const pathOf = (origin: string) => `/${origin.slice(origin.indexOf(':') + 1)}`.normalize('NFC').toLowerCase()
  return origins?.some((origin) => pathOf(origin).endsWith(end)) ?? false
}

/** What a note is to be called so that the link leads to it: without the heading or block of it. */
export function linkedTitle(written: string): string {
  return linkTargets(written).findLast(({ path }) => path === undefined)?.title ?? written
}
