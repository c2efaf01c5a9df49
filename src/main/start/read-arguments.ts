// What a start is asked to open: a notebook's folder, or a `footing://` link that shows something in one.

import { basename, dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readBySchema } from '../../core/contract/read-by-schema.ts'

/**
 * `place` is an id such as `insight:abc`, that of a source perhaps with a highlight's after a space (ids hold none), or '' for the notebook as it is;
 * `notebook` names one where the link does.
 */
export type Wanted = { kind: 'folder'; folder: string } | { kind: 'link'; place: string; notebook: string | undefined }

const linkScheme = 'footing:'

/** The kinds of records that a window can show by themselves. */
const place = /^(?:(?:insight|source|report):[^\s\p{Cc}\p{Cs}]{1,200}|source:[^\s\p{Cc}\p{Cs}]{1,200} highlight:[^\s\p{Cc}\p{Cs}]{1,200})$/u
const notebookId = /^notebook:[\w-]{1,64}$/

/**
 * `argv` is a whole command line: Electron's own executable comes first, and the program's folder after it unless it is packaged. `directory` is
 * where it was typed: a second start's is not ours. Switches, Chromium's among them, are not for us.
 */
export function readArguments(argv: readonly string[], directory: string, isPackaged: boolean): Wanted | undefined {
  const [argument] = argv.filter((word) => !word.startsWith('-')).slice(isPackaged ? 1 : 2)
  if (argument === undefined) return undefined
  if (isLink(argument)) return readLink(argument)
  const path = toPath(argument)
  return path === undefined ? undefined : { kind: 'folder', folder: toNotebookFolder(resolve(directory, path)) }
}

/** File managers hand over addresses as well as paths; undefined for an address of another machine. */
function toPath(argument: string): string | undefined {
  if (!argument.toLowerCase().startsWith('file:')) return argument
  try {
    return fileURLToPath(argument)
  } catch {
    return undefined
  }
}

function isLink(argument: string): boolean {
  return argument.toLowerCase().startsWith(linkScheme)
}

/** `footing://show/source:abc?notebook=notebook:k3f&highlight=highlight:h7`, the last two as they may be. Undefined for any other: a link comes from anybody, and can do nothing but show. */
export function readLink(address: string): Wanted | undefined {
  const url = URL.parse(address)
  if (!url || url.protocol !== linkScheme || url.host !== 'show') return undefined
  let named: string
  try {
    named = decodeURIComponent(url.pathname.slice(1))
  } catch {
    return undefined
  }
  if (named !== '' && (/\s/.test(named) || !place.test(named))) return undefined
  const notebook = url.searchParams.get('notebook') ?? ''
  const passage = `${named} ${url.searchParams.get('highlight') ?? ''}`
  return { kind: 'link', place: place.test(passage) ? passage : named, notebook: notebookId.test(notebook) ? notebook : undefined }
}

/** People point at the file in the folder as well as at the folder. */
export function toNotebookFolder(path: string): string {
  return basename(path) === 'notebook.json' ? dirname(path) : path
}

const wantedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('folder'), folder: z.string() }),
  z.object({ kind: z.literal('link'), place: z.string(), notebook: z.string().optional() }),
])

/** What a second start hands over to the first, as it arrives: in another process, perhaps of another version. */
export function readHandedOver(data: unknown): Wanted | undefined {
  const parsed = readBySchema(z.object({ wanted: wantedSchema }), data)
  if (!parsed.success) return undefined
  const { wanted } = parsed.data
  return wanted.kind === 'folder' ? wanted : { kind: 'link', place: place.test(wanted.place) ? wanted.place : '', notebook: wanted.notebook }
}
