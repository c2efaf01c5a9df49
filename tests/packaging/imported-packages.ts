// Which packages built files load when they run, and which packages those bring along.

import { readFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'

/** What a built file imports or requires by name, without Node's own and Electron. */
export function importedNames(code: string): string[] {
  const patterns = [
    /^import\b[^;]*?from "([^"]+)";$/gm,
    /^export\b[^;]*?from "([^"]+)";$/gm,
    /^import "([^"]+)";$/gm,
    /\b(?:import|require)\("([^"]+)"\)/g,
  ]
  const names = patterns.flatMap((pattern) => [...code.matchAll(pattern)].map(([, name = '']) => name))
  return [...new Set(names)].filter((name) => !isBuiltin(name) && !name.startsWith('.') && name !== 'electron').sort()
}

export function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
}

type Lock = { packages: Record<string, LockedPackage> }
export type LockedPackage = {
  version: string
  dev?: boolean
  devOptional?: boolean
  license?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

export async function readLock(): Promise<Record<string, LockedPackage>> {
  return (JSON.parse(await readFile('package-lock.json', 'utf8')) as Lock).packages
}

/** `names` with all that they need, as the lock file has it. */
export function withDependencies(packages: Record<string, LockedPackage>, names: readonly string[]): string[] {
  const found = new Set<string>()
  const queue = names.map((name) => `node_modules/${name}`)
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (found.has(path)) continue
    found.add(path)
    const { dependencies, optionalDependencies } = packages[path] ?? {}
    // What a package has in a folder of its own is of the version that it needs.
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const own = `${path}/node_modules/${name}`
      queue.push(own in packages ? own : `node_modules/${name}`)
    }
  }
  return [...new Set([...found].map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)))].sort()
}
