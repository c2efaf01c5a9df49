// Ways in which a file comes to harm.

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const harms = ['flip', 'zero', 'cut', 'empty', 'delete', 'swap', 'repeat', 'overwrite', 'append'] as const
export type Harm = (typeof harms)[number]

/** Undefined where nothing was altered: an empty file cannot be emptied. Says in words what was done. */
export function damageFile(folder: string, name: string, other: string, harm: Harm, random: () => number): string | undefined {
  const path = join(folder, name)
  const before = readFileSync(path)
  const below = (most: number) => Math.floor(random() * most)
  const length = before.length
  const start = below(length)
  const size = Math.min(length - start, 1 + below(4_096))
  const write = (bytes: Buffer) => {
    writeFileSync(path, bytes)
    return bytes.equals(before) ? undefined : `${harm} ${name} at ${start} (${size} of ${length})`
  }
  switch (harm) {
    case 'delete':
      rmSync(path)
      return `delete ${name}`
    case 'swap': {
      const otherPath = join(folder, other)
      if (name === other || before.equals(readFileSync(otherPath))) return undefined
      renameSync(path, `${path}.between`)
      renameSync(otherPath, path)
      renameSync(`${path}.between`, otherPath)
      return `swap ${name} with ${other}`
    }
    case 'empty':
      return write(Buffer.alloc(0))
    case 'cut':
      return write(before.subarray(0, start))
    case 'append':
      return write(Buffer.concat([before, Buffer.from(Array.from({ length: 1 + below(300) }, () => 1 + below(255)))]))
    case 'repeat':
      return write(Buffer.concat([before.subarray(0, start + size), before.subarray(start)]))
    default: {
      if (length === 0) return undefined
      const bytes = Buffer.from(before)
      if (harm === 'flip') bytes[start] = (bytes[start] as number) ^ (1 << below(8))
      else if (harm === 'zero') bytes.fill(0, start, start + size)
      else bytes.set(before.subarray(below(length - size), length).subarray(0, size), start)
      return write(bytes)
    }
  }
}
