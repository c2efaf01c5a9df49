// The licences of all packages that went into the program, in one text: most of them are inside the window's bundle, and ask that their words come along.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './run-node-tool.ts'
import { shippedPackages } from './shipped-packages.ts'

type Manifest = { license?: string; author?: string | { name?: string }; homepage?: string; repository?: string | { url?: string } }

/** Electron's own, and Chromium's, lie beside its program as files. */
export function collectLicences(): string {
  const entries = shippedPackages()
    .filter(({ name }) => name !== 'electron')
    .flatMap(({ path, name, version }) => {
      const folder = join(projectFolder, path)
      const names = namesIn(folder)
      // Optional packages of other systems are in the lock file and not on the disk.
      if (names.length === 0) return []
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
      const texts = names
        .filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file))
        .map((file) => readFileSync(join(folder, file), 'utf8').trim())
      return `${name} ${version}\n${manifest.license ?? ''}\n\n${texts.length > 0 ? texts.join('\n\n') : withoutText(manifest)}`
    })
  return `Footing is made with these packages.\n\n${entries.map((entry) => `${'-'.repeat(80)}\n${entry}\n\n`).join('')}`
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []))
  } catch {
    return []
  }
}

function withoutText({ author, homepage, repository }: Manifest): string {
  const who = typeof author === 'string' ? author : author?.name
  const where = homepage ?? (typeof repository === 'string' ? repository : repository?.url)
  return [who ? `By ${who}.` : '', where ? `See ${where}.` : ''].filter(Boolean).join(' ')
}
