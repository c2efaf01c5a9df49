// The pictures that texts show from files beside them: found in the folder that is being imported, never outside of it, and kept in the notebook.

import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { findPictureLinks, replacePictureLinks } from '../../core/import/picture-links.ts'
import { imageExtensionOf, maxImageBytes } from '../../core/records/image-file.ts'
import { isInside } from './list-files.ts'

/** Keeps the bytes and answers `files/<sha256>.<extension>`. */
export type KeepPicture = (bytes: Uint8Array) => Promise<string>

/** `names` are the paths of the folder's pictures, with `/`; empty where only a file of it was named. */
export class FolderPictures {
  readonly #root: string
  readonly #keep: KeepPicture
  readonly #byPath: ReadonlyMap<string, string>
  readonly #byName = new Map<string, string>()
  /** One picture is shown by many notes. */
  readonly #kept = new Map<string, Promise<string | undefined>>()
  #realRoot: Promise<string> | undefined

  constructor(root: string, names: readonly string[], keep: KeepPicture) {
    this.#root = root
    this.#keep = keep
    this.#byPath = new Map(names.map((name) => [keyOf(name), name]))
    // Of several with one name the one that lies highest, as Obsidian has it.
    for (const name of names.toSorted((one, other) => one.split('/').length - other.split('/').length)) {
      const key = keyOf(posix.basename(name))
      if (!this.#byName.has(key)) this.#byName.set(key, name)
    }
  }

  /** The text with every picture that is there under its name in the notebook; all else byte for byte. `shown` are the paths that were found. */
  async settle(within: string, markdown: string): Promise<{ markdown: string; shown: string[]; notes: string[] }> {
    const links = findPictureLinks(markdown)
    const shown: string[] = []
    const notes: string[] = []
    const addresses: (string | undefined)[] = []
    for (const { target, isName } of links) {
      const found = this.find(within, target, isName)
      const name = found === undefined ? undefined : await this.#keepAt(found)
      addresses.push(name)
      if (found !== undefined && name !== undefined) shown.push(found)
      else if (!isName || /\.(?:png|jpe?g|gif|webp|avif|svg|bmp)$/i.test(target))
        notes.push(`the picture ${target.slice(0, 200)} is not there or cannot be kept`)
    }
    const rest = notes.length - 3
    return {
      markdown: replacePictureLinks(markdown, links, addresses),
      shown,
      notes: rest > 0 ? [...notes.slice(0, 3), `${rest} more pictures are not there`] : notes,
    }
  }

  /** The path in the folder that a text at `within` means; undefined where it leads out of it. */
  find(within: string, target: string, isName: boolean): string | undefined {
    const written = target.replaceAll('\\', '/').replace(/^\.\//, '')
    if (written.includes('\0') || /^[a-z]:/i.test(written)) return undefined
    const beside = posix.normalize(posix.join(posix.dirname(within), written))
    if (!isName && written.split('/').includes('..') && (beside === '..' || beside.startsWith('../'))) return undefined
    const fromRoot = posix.normalize(written.replace(/^\/+/, ''))
    const listed = (isName ? [fromRoot, beside] : [beside, fromRoot]).map((path) => this.#byPath.get(keyOf(path))).find((path) => path !== undefined)
    if (listed !== undefined) return listed
    if (!written.includes('/')) {
      const named = this.#byName.get(keyOf(written))
      if (named !== undefined) return named
    }
    return beside.startsWith('/') || beside === '..' || beside.startsWith('../') ? undefined : beside
  }

  /** The name in the notebook; undefined where the file is gone, is no picture, is too large, or is a link out of the folder. */
  keep(within: string): Promise<string | undefined> {
    return this.#keepAt(within)
  }

  /** A picture that stands in the file itself. */
  async keepBytes(bytes: Uint8Array): Promise<string | undefined> {
    return bytes.length > maxImageBytes || imageExtensionOf(bytes) === undefined ? undefined : this.#keep(bytes)
  }

  #keepAt(within: string): Promise<string | undefined> {
    const held = this.#kept.get(within)
    if (held) return held
    const keeping = this.#read(within)
    this.#kept.set(within, keeping)
    return keeping
  }

  async #read(within: string): Promise<string | undefined> {
    const path = join(this.#root, within)
    let bytes: Uint8Array
    try {
      this.#realRoot ??= realpath(this.#root)
      const real = await realpath(path)
      if (!isInside(dirname(real), await this.#realRoot)) return undefined
      const found = await stat(real)
      if (!found.isFile() || found.size > maxImageBytes) return undefined
      bytes = await readFile(real)
    } catch {
      return undefined
    }
    return imageExtensionOf(bytes) === undefined ? undefined : this.#keep(bytes)
  }
}

/** File systems of Macs write names in NFD, and Obsidian finds them in any case. */
function keyOf(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
