// The packages of the lock file that a package of the program may hold: all that are not for development alone, and Electron, which is installed as a tool.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './run-node-tool.ts'

/** `path` is its folder from the project's. */
export type ShippedPackage = { path: string; name: string; version: string }

type Locked = { version: string; dev?: boolean; devOptional?: boolean }

const folder = 'node_modules/'

export function shippedPackages(): ShippedPackage[] {
  const { packages } = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> }
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path === `${folder}electron` || (path !== '' && !dev && !devOptional))
    .map(([path, { version }]) => ({ path, name: path.slice(path.lastIndexOf(folder) + folder.length), version }))
}
