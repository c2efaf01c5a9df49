// Damage as the window deals with it: what cannot be read now, what was put aside, its raw bytes, and what can be made of them.

import { basename, join } from 'node:path'
import { keepReadable } from '../../core/commands/damage-commands.ts'
import { readBySchema } from '../../core/contract/read-by-schema.ts'
import type { DamageBytes, DamageItem } from '../../core/damage/damage-item.ts'
import { legibleText } from '../../core/damage/legible-text.ts'
import type { Insight } from '../../core/records/insight.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { CommandAnswer } from '../../core/store/commit-queue.ts'
import { Refusal } from '../../core/store/refusal.ts'
import { BodyWindow } from '../storage/body-window.ts'
import { type DamageLog, noteFile, quarantineFolder } from '../storage/damage.ts'
import type { LoadedNotebook } from '../storage/load-notebook.ts'
import { findLosses, isBackedUpPath, type Losses } from './find-losses.ts'
import { damagedBodies, type Restorable } from './run-restore.ts'

export type DamageDesk = {
  list: () => Promise<DamageItem[]>
  /** Throws `not-found` where there is no such thing. */
  bytes: (key: string) => Promise<DamageBytes>
  /** Off the list; the bytes themselves stay, in `quarantine/settled/`. */
  settle: (key: string) => Promise<void>
  keepReadable: (actor: string, input: unknown) => Promise<CommandAnswer>
}

type Desk = Restorable & { damage: DamageLog; loaded: () => LoadedNotebook; readText: (id: RecordId<'text'>) => Promise<unknown> }

const mostBytes = 256 * 1024

export function damageDesk(notebook: Desk): DamageDesk {
  const { fileSystem, folder, tables, queue } = notebook
  const quarantine = join(folder, quarantineFolder)
  return {
    list: async () => {
      const unreadable = await damagedBodies(notebook, undefined)
      const texts = await damagedTexts(notebook)
      const { length: count } = [...unreadable, ...texts]
      const paths = [...texts.values()]
      const backups = count === 0 ? [] : await notebook.keeper.found()
      const losses = await findLosses(fileSystem, folder, notebook.loaded(), { unreadable, paths, lacksRecords: false }, backups)
      return [...bodyItems(notebook, losses), ...textItems(notebook, texts, losses), ...(await quarantineItems(notebook, quarantine))]
    },
    bytes: async (key) => {
      const { kind, name } = parseKey(key)
      if (kind === 'quarantine') return toBytes(await readOrRefuse(notebook, join(quarantine, name), key))
      const line = await damagedLine(notebook, name as RecordId<'insight'>)
      if (!line) throw new Refusal('not-found', `${name} is not damaged`)
      return toBytes(line)
    },
    settle: async (key) => {
      const { kind, name } = parseKey(key)
      if (kind !== 'quarantine') throw new Refusal('invalid', 'only what lies in the quarantine can be settled')
      const settled = join(quarantine, 'settled')
      await fileSystem.makeFolder(settled)
      if ((await fileSystem.sizeOf(join(quarantine, name))) === undefined) throw new Refusal('not-found', `${name} is not in the quarantine`)
      await fileSystem.rename(join(quarantine, name), join(settled, name))
      await fileSystem.rename(join(quarantine, noteFile(name)), join(settled, noteFile(name))).catch(() => {})
      await fileSystem.syncFolder(settled)
      await fileSystem.syncFolder(quarantine)
    },
    keepReadable: async (actor, input) => {
      const parsed = readBySchema(keepReadable.schema, input)
      if (!parsed.success || queue.readOnly) return queue.run(actor, 'insight.keep-readable', input)
      const { id } = parsed.data
      const line = await damagedLine(notebook, id)
      const head = tables.head('insights', id)
      if (!line || !head) return queue.run(actor, 'insight.keep-readable', input)
      await notebook.damage.add({
        file: notebook.loaded().manifest.files.bodies.name,
        message: `the body of ${id} was damaged`,
        bytes: line,
        record: id,
      })
      const record = { ...head, body: legibleText(line.toString('utf8')) } as Insight
      return queue.run(actor, 'insight.keep-readable', input, { brought: { put: [{ table: 'insights', record }], remove: [] } })
    },
  }
}

function bodyItems({ tables, loaded }: Desk, { bodies }: Losses): DamageItem[] {
  return bodies.map(({ id, held, older }) => ({
    key: `record:${id}`,
    kind: 'record',
    record: id,
    title: tables.head('insights', id)?.title ?? '',
    file: loaded().manifest.files.bodies.name,
    message: `the text of this insight cannot be read`,
    heldBy: [
      ...(held ? [{ backup: held.backup, at: held.at, isSame: true }] : []),
      ...(older ? [{ backup: older.backup, at: older.at, isSame: false }] : []),
    ],
  }))
}

/** Texts of sources whose files were found damaged in this sitting and still are, with the file that is. */
async function damagedTexts({ damage, readText }: Desk): Promise<Map<RecordId<'text'>, string>> {
  const texts = new Map<RecordId<'text'>, string>()
  for (const { file } of damage.found) {
    const sha256 = isBackedUpPath(file) ? /^texts\/([0-9a-f]{64})/.exec(file)?.[1] : undefined
    if (sha256 && !(await readText(`text:${sha256}`))) texts.set(`text:${sha256}`, file)
  }
  return texts
}

function textItems({ tables }: Desk, texts: ReadonlyMap<RecordId<'text'>, string>, { files }: Losses): DamageItem[] {
  return [...texts].map(([id, file]) => {
    const held = files.find(({ path }) => path === file)?.held
    const [source] = tables.by('sourcesByText', id)
    return {
      key: `record:${id}`,
      kind: 'record',
      record: id,
      title: source?.title ?? '',
      file,
      message: 'the text of this source cannot be read',
      heldBy: held ? [{ backup: held.head.name, at: held.head.verifiedAt, isSame: true }] : [],
    }
  })
}

async function quarantineItems({ fileSystem, tables }: Desk, quarantine: string): Promise<DamageItem[]> {
  const names = await fileSystem.list(quarantine).catch(() => [])
  const items: DamageItem[] = []
  for (const name of names.filter((each) => /-at-\d+-[0-9a-f]{12}$/.test(each)).sort()) {
    const bytes = await fileSystem.sizeOf(join(quarantine, name))
    const note = await readNote(fileSystem.readFile(join(quarantine, noteFile(name))))
    const head = note.record?.startsWith('insight:') ? tables.head('insights', note.record) : undefined
    items.push({
      key: `quarantine:${name}`,
      kind: 'quarantine',
      heldBy: [],
      message: note.message ?? 'bytes that were put aside',
      file: note.file ?? name,
      ...(bytes === undefined ? {} : { bytes }),
      ...(note.at === undefined ? {} : { at: note.at }),
      ...(note.record === undefined ? {} : { record: note.record }),
      ...(head ? { title: head.title } : {}),
    })
  }
  return items
}

type Note = { file?: string; message?: string; at?: string; record?: RecordId }

/** An older Footing put bytes aside without a note. */
async function readNote(reading: Promise<Buffer>): Promise<Note> {
  try {
    return JSON.parse((await reading).toString('utf8')) as Note
  } catch {
    return {}
  }
}

/** The line as it lies on disk; undefined where the body can be read. */
async function damagedLine({ tables, loaded }: Desk, id: RecordId<'insight'>): Promise<Buffer | undefined> {
  const { bodyFiles } = loaded()
  const stored = tables.head('insights', id) as unknown as { body?: string | number } | undefined
  if (typeof stored?.body !== 'number' || bodyFiles.tryRead(stored.body, id) !== undefined) return undefined
  const window = new BodyWindow(bodyFiles)
  try {
    return (await window.load(stored.body, id)).line
  } finally {
    await window.close()
  }
}

/** A key names a file of the quarantine and nothing beside it. */
function parseKey(key: string): { kind: 'record' | 'quarantine'; name: string } {
  const [, kind, name] = /^(record|quarantine):(.+)$/s.exec(key) ?? []
  if (!kind || !name || (kind === 'quarantine' && (basename(name) !== name || name.includes('\\'))))
    throw new Refusal('invalid', 'there is no such damage')
  return { kind: kind as 'record' | 'quarantine', name }
}

async function readOrRefuse({ fileSystem }: Desk, path: string, key: string): Promise<Buffer> {
  try {
    return await fileSystem.readFile(path)
  } catch {
    throw new Refusal('not-found', `${key} cannot be read`)
  }
}

function toBytes(whole: Buffer): DamageBytes {
  const bytes = whole.subarray(0, mostBytes)
  return { text: bytes.toString('utf8'), hex: bytes.toString('hex'), bytes: whole.length, isCut: whole.length > mostBytes }
}
