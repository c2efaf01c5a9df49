// The window reads the styles of exactly those Mantine components that it shows, in the order in which Mantine has them.

import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '../../..')
const mantine = join(project, 'node_modules/@mantine/core')

/** What every page of Mantine's needs, whatever it shows. */
const always = ['default-css-variables', 'baseline', 'global']

const read = (path: string) => readFileSync(path, 'utf8')
const listed = [...read(join(project, 'src/renderer/theme/mantine-styles.ts')).matchAll(/styles\/([\w-]+)\.css'/g)].map(([, name]) => name ?? '')

/** The names that the window's code imports from Mantine. */
function importedNames(): Set<string> {
  const names = new Set<string>()
  for (const file of globSync('src/renderer/**/*.{ts,tsx}', { cwd: project }))
    for (const [, list = ''] of read(join(project, file)).matchAll(/import (?:type )?\{([^}]*)\} from '@mantine\/(?:core|notifications)'/g))
      for (const name of list.split(',')) names.add(name.trim().split(' ')[0] ?? '')
  return names
}

/** The style sheets of all that these components are made of, by following Mantine's own imports. */
function neededStyles(): Set<string> {
  const index = read(join(mantine, 'esm/index.mjs'))
  const fileOf = new Map<string, string>()
  for (const [, list = '', path = ''] of index.matchAll(/import \{([^}]*)\} from ["'](\.[^"']+)["']/g))
    for (const name of list.split(',')) fileOf.set(name.trim().split(' as ').at(-1) ?? '', path)
  const seen = new Set<string>()
  const styles = new Set<string>()
  const walk = (path: string) => {
    if (seen.has(path)) return
    seen.add(path)
    const sheet = /^(.*)\.module\.mjs$/.exec(basename(path))?.[1]
    if (sheet && existsSync(join(mantine, 'styles', `${sheet}.css`))) styles.add(sheet)
    for (const [, next = ''] of read(path).matchAll(/(?:from|import) ?["'](\.[^"']+)["']/g)) walk(join(dirname(path), next))
  }
  for (const name of importedNames()) {
    const path = fileOf.get(name)
    if (path) walk(join(mantine, 'esm', path))
  }
  return styles
}

test('nothing is missing, nothing is too much', () => {
  const needed = [...neededStyles()]
  expect(needed).toContain('Button')
  expect(listed.toSorted()).toEqual([...always, ...needed].toSorted())
})

test('in the order in which one may override another', () => {
  const all = read(join(mantine, 'styles.css'))
  const places = listed
    .filter((name) => !always.includes(name))
    .map((name) => all.indexOf(/\.m_[0-9a-f]+/.exec(read(join(mantine, 'styles', `${name}.css`)))?.[0] ?? 'nowhere'))
  expect(places.every((place) => place >= 0)).toBe(true)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
})
