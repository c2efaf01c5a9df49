// Where a notebook's local socket lies: a short path in a folder that only this user can enter, derived from the notebook's real path.

import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

export type SocketAddress = {
  /** A Unix socket, or a named pipe on Windows. */
  path: string
  /** Holds the token that opens it; readable by this user alone. */
  tokenPath: string
  /** What the local host remembers of its browsers. */
  memoryPath: string
}

/** sun_path holds 104 bytes on macOS and 108 on Linux, the closing zero included. */
const maxSocketPathBytes = 103

/** The address for a notebook's folder. Throws where no private folder can be had: then there is no socket, and the notebook works without. */
export function socketAddress(folder: string, environment: NodeJS.ProcessEnv = process.env): SocketAddress {
  const name = createHash('sha256').update(realpathSync.native(folder)).digest('hex').slice(0, 24)
  const runtimeFolder = privateFolder(candidates(environment), `${name}.sock`)
  const tokenPath = join(runtimeFolder, `${name}.token`)
  const memoryPath = join(runtimeFolder, `${name}.browsers.json`)
  // A named pipe has no folder to guard it: the token in the user's own temp folder does.
  const path = process.platform === 'win32' ? `\\\\.\\pipe\\footing-${name}` : join(runtimeFolder, `${name}.sock`)
  return { path, tokenPath, memoryPath }
}

function candidates({ XDG_RUNTIME_DIR: runtime }: NodeJS.ProcessEnv): string[] {
  const owner = process.platform === 'win32' ? userInfo().username.replace(/[^\w-]/g, '') : String(process.getuid?.())
  const ours = `footing-${owner}`
  return [
    ...(runtime?.startsWith('/') ? [join(runtime, 'footing')] : []),
    join(tmpdir(), ours),
    ...(process.platform === 'win32' ? [] : [`/tmp/${ours}`]),
  ]
}

function privateFolder(folders: readonly string[], socketName: string): string {
  const problems: string[] = []
  for (const folder of folders) {
    if (process.platform !== 'win32' && Buffer.byteLength(join(folder, socketName)) > maxSocketPathBytes)
      problems.push(`${folder} is too long a path`)
    else {
      const problem = makePrivate(folder)
      if (problem === undefined) return folder
      problems.push(problem)
    }
  }
  throw new Error(problems.join('; '))
}

/** Undefined where `folder` is ours alone; else what is wrong. In a shared temp folder somebody else could have made it first. */
function makePrivate(folder: string): string | undefined {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return `${folder} cannot be made (${(error as NodeJS.ErrnoException).code})`
  }
  const stat = lstatSync(folder)
  if (!stat.isDirectory()) return `${folder} is not a folder`
  if (process.platform === 'win32') return undefined
  if (stat.uid !== process.getuid?.()) return `${folder} belongs to somebody else`
  if ((stat.mode & 0o077) !== 0) chmodSync(folder, 0o700)
  return undefined
}
