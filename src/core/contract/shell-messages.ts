// What a window and the desktop around it say to each other, on the same wire as the notebook's messages: menus, dialogs, files, the last drafts.
//
// A window in a browser has no shell: nothing answers these, so it does not send them (`window.footing` tells).

import { z } from 'zod'
import type { RefusalValue } from '../store/refusal.ts'

const id = z.string().min(1).max(64)
const line = z.string().max(500)
const path = z.string().min(1).max(4_096)
/** An export of a large notebook has some megabytes; what is a hundred times that is a mistake, and would fill the main process. */
const maxContentLength = 200_000_000

/** One entry of the native menu. `key` is written as the window's catalogue writes it (`Shift+Mod+E`, `N`): plain letters stand in the label only. */
const menuItem = z.strictObject({ id, title: line, key: z.string().max(40).optional(), isEnabled: z.boolean() })
export type ShellMenuItem = z.infer<typeof menuItem>

const menu = z.strictObject({ id, title: line, items: z.array(menuItem).max(200) })
export type ShellMenu = z.infer<typeof menu>

/** What the window asks of the desktop; every request is answered once with `shell.answer`. */
const shellRequest = z.discriminatedUnion('name', [
  /** Asks where to, then writes: for exports. `content` is text (UTF-8) or bytes. */
  z.strictObject({
    name: z.literal('file.save'),
    fileName: line,
    content: z.union([
      z.string().max(maxContentLength),
      z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= maxContentLength, 'too large'),
    ]),
  }),
  /** Shows a file that this window saved before, in the system's file manager. */
  z.strictObject({ name: z.literal('file.show'), path }),
  /** Asks for a folder and opens the notebook in it. */
  z.strictObject({ name: z.literal('notebook.open') }),
  /** Asks for a new folder and makes an empty notebook there. */
  z.strictObject({ name: z.literal('notebook.create') }),
  /** Only a folder that `shell.state` listed. */
  z.strictObject({ name: z.literal('notebook.open-recent'), folder: path }),
  z.strictObject({ name: z.literal('notebook.show-folder') }),
  z.strictObject({ name: z.literal('logs.show') }),
  /** One more window on the same notebook. */
  z.strictObject({ name: z.literal('window.new') }),
  z.strictObject({ name: z.literal('window.close') }),
  z.strictObject({ name: z.literal('app.quit') }),
])
export type ShellRequest = z.infer<typeof shellRequest>

export const shellUpMessage = z.discriminatedUnion('type', [
  /** First: this window can be told to run actions and to flush its drafts. Answered with `shell.state`. */
  z.strictObject({ type: z.literal('shell.hello') }),
  /** The window's menus in their order, whenever they change. */
  z.strictObject({ type: z.literal('shell.menu'), menus: z.array(menu).max(20) }),
  /** Everything typed is durable, or can wait no longer: answers `shell.flush`. */
  z.strictObject({ type: z.literal('shell.flushed'), id }),
  z.strictObject({ type: z.literal('shell.request'), id, request: shellRequest }),
])
export type ShellUpMessage = z.infer<typeof shellUpMessage>

export type RecentNotebook = { folder: string; title: string }

/** `cancelled`: the person closed the dialog. `path` is what `file.save` wrote. */
export type ShellAnswer = { ok: true; path?: string } | { ok: false; error: RefusalValue | { code: 'cancelled' } }

export type ShellDownMessage =
  /** After `shell.hello`, and again when the list of recent notebooks changes. */
  | { type: 'shell.state'; platform: string; version: string; folder: string; recents: RecentNotebook[] }
  /** A menu item was chosen, or a key of the native menu pressed. */
  | { type: 'shell.run'; action: string }
  /** The window is about to go: send what is typed, then answer `shell.flushed` with the same id. */
  | { type: 'shell.flush'; id: string }
  /** A `footing://` link: only shows what it names, never changes anything. `place` is an id such as `insight:abc`, that of a source perhaps with a highlight's after a space. */
  | { type: 'shell.show'; place: string }
  /** Something that the person must know, in words. */
  | { type: 'shell.notice'; tone: 'problem' | 'news'; message: string }
  | { type: 'shell.answer'; id: string; answer: ShellAnswer }
