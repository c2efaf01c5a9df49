// Looks at every file, line and reference of a notebook and says what does not hold; with `repair`, mends what can be mended.

import { checkBodies } from './check-bodies.ts'
import { checkFiles } from './check-files.ts'
import { checkRecords } from './check-records.ts'
import { PictureCheck } from './check-small-files.ts'
import type { DamageKind } from './damage.ts'
import { type FileSystem, nodeFileSystem } from './file-system.ts'
import { loadBesideWriter } from './load-notebook.ts'
import { readManifest } from './manifest.ts'
import { repairNotebook } from './repair-notebook.ts'
import { toRefusal } from './storage-refusal.ts'
import { TextStore } from './text-store.ts'

export type Finding = {
  /** The file, as its path within the notebook's folder, or the id of a record. */
  where: string
  /** A whole sentence. */
  message: string
}

export type CheckOptions = { repair?: boolean; fileSystem?: FileSystem }

/**
 * Without `repair` it writes nothing and needs no lock; a line that is being written meanwhile, or was torn by a crash, is no finding.
 * With `repair` it takes the lock (refusal `locked`), and answers with what it found before.
 */
export async function checkNotebook(folder: string, { repair = false, fileSystem = nodeFileSystem }: CheckOptions = {}): Promise<Finding[]> {
  try {
    const findings = await checkAtOneMoment(folder, fileSystem)
    if (repair && findings.length > 0) await repairNotebook(folder, fileSystem)
    return findings
  } catch (error) {
    throw toRefusal(error, 'checking the notebook')
  }
}

/** A writer may begin a generation and take an old one away while we look: what we found then is no finding. */
async function checkAtOneMoment(folder: string, fileSystem: FileSystem): Promise<Finding[]> {
  for (let attempt = 1; ; attempt += 1) {
    const before = await readManifest(fileSystem, folder)
    const findings = await check(folder, fileSystem)
    const after = await readManifest(fileSystem, folder)
    const isSame = before.kind !== 'read' || after.kind !== 'read' || before.manifest.generation === after.manifest.generation
    if (findings.length === 0 || isSame || attempt === 5) return findings
  }
}

const worthTelling: ReadonlySet<DamageKind> = new Set(['lost', 'healed'])

async function check(folder: string, fileSystem: FileSystem): Promise<Finding[]> {
  const findings: Finding[] = []
  const add = (where: string, message: string) => findings.push({ where, message })
  const loaded = await loadBesideWriter(fileSystem, folder)
  try {
    const { damage, document } = loaded
    const texts = new TextStore(fileSystem, folder, damage, (id) => document.tables.get('texts')?.get(id) as never)
    const pictures = new PictureCheck()
    await checkBodies(loaded, (id, body) => pictures.note(id, body))
    await pictures.finish(fileSystem, folder, add)
    await checkRecords(document.tables, texts, add)
    await checkFiles(fileSystem, folder, loaded, add)
    const damaged = damage.found.filter(({ kind }) => worthTelling.has(kind))
    return [...damaged.map(({ file, message }) => ({ where: file, message })), ...findings]
  } finally {
    await loaded.bodyFiles.close()
  }
}
