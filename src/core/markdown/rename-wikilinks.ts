// Turns the wikilinks to one title into links to another, and leaves every other character as it stands.

import { titleKey } from '../records/tables.ts'
import { findWikilinks } from './find-citations.ts'
import { type LinkTarget, linkTargets } from './link-targets.ts'

/** What cannot stand between `[[` and `]]`, whatever is done to it. */
const UNLINKABLE = /[[\]|\\\r\n]/

/** Whether `[[title]]` can lead to an insight of this title. */
export function isLinkable(title: string): boolean {
  return titleKey(title) !== '' && !UNLINKABLE.test(title)
}

export type RenamedLinks = { markdown: string; count: number }

/**
 * Titles meet as `[[…]]` resolves them: without regard to case, width forms and doubled spaces. Labels, headings and blocks stay; code and addresses
 * are no links. `to` must be linkable. `leads` says of a link with that title whether it leads to the note that is renamed.
 */
export function renameWikilinks(
  markdown: string,
  from: string,
  to: string,
  leads: (target: LinkTarget, written: string) => boolean = ({ path }) => path === undefined,
): RenamedLinks {
  const key = titleKey(from)
  if (!mayLinkTo(markdown, key)) return { markdown, count: 0 }
  let renamed = ''
  let at = 0
  let count = 0
  for (const { title, start } of findWikilinks(markdown)) {
    const target = linkTargets(title).find(({ title: name }) => titleKey(name) === key)
    if (!target || !leads(target, title)) continue
    const titleStart = markdown.indexOf(title, start + 2)
    renamed += markdown.slice(at, titleStart) + to.trim() + target.place
    at = titleStart + title.length
    count += 1
  }
  return { markdown: renamed + markdown.slice(at), count }
}

const WRITTEN = /\[\[([^[\]|\n\\]+)/g

/** Lexing a note costs a hundred times what this does: only a note with the written title is lexed, to know that it is no code. */
export function mayLinkTo(markdown: string, key: string): boolean {
  if (!markdown.includes('[[')) return false
  for (const [, written = ''] of markdown.matchAll(WRITTEN)) if (linkTargets(written).some(({ title }) => titleKey(title) === key)) return true
  return false
}
