// A note of a folder or an Obsidian vault as an insight: its name is its title, its tags are topics, and of its text every byte stays
// but the links to pictures and to other notes' files.

import { splitFrontMatter } from '../markdown/front-matter.ts'
import { findCode } from './code-ranges.ts'
import type { InsightItem } from './import-item.ts'
import { wikilinksOfFileLinks } from './note-links.ts'
import { readFrontMatter } from './read-front-matter.ts'

/** `[[…]]` finds a note by the name of its file; what its front matter calls it is another name of it. */
export function readNote(fileName: string, text: string): { item: InsightItem; notes: string[] } {
  const { frontMatter, body } = splitFrontMatter(text)
  const read = frontMatter === null ? undefined : readFrontMatter(frontMatter)
  const title = titleOf(fileName)
  const aliases = [read?.fields.title, ...(read?.aliases ?? [])].filter((name): name is string => name !== undefined && name !== title)
  const topics = [...new Set([...(read?.topics ?? []), ...tagsOf(body)])].slice(0, 200)
  const notes = read?.isDamaged ? read.notes : []
  return {
    item: { kind: 'insight', origins: [], title, body: wikilinksOfFileLinks(text), topics, aliases: [...new Set(aliases)].slice(0, 100) },
    notes,
  }
}

function titleOf(fileName: string): string {
  const stem = fileName.replace(/\.[^.]*$/, '').normalize('NFC')
  return (stem.trim() || fileName).slice(0, 2_000)
}

/** As Obsidian reads them: letters, digits, `_`, `-` and `/` after a `#` that begins a word, not digits alone; none in code. */
function tagsOf(body: string): string[] {
  if (!body.includes('#')) return []
  const tags: string[] = []
  let code: ReturnType<typeof findCode> | undefined
  for (const match of body.matchAll(/(?<=^|[\s(（、，。])#([\p{L}\p{N}\p{M}_/-]{1,200})/gmu)) {
    const tag = (match[1] ?? '').replace(/^[/-]+|[/-]+$/g, '')
    if (!/[^\p{N}/-]/u.test(tag)) continue
    code ??= findCode(body)
    if (!code.has(match.index)) tags.push(tag)
  }
  return tags
}
