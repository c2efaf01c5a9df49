// The list of what a package holds names every production dependency of the lock file with its licence, and Electron.

import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { makeSbom, type Sbom } from '../../tools/write-sbom.ts'
import { readLock } from './imported-packages.ts'

let sbom: Sbom
beforeAll(() => {
  sbom = makeSbom()
}, 60_000)

test('is CycloneDX, of this program', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
  expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { type: 'application', name: 'footing', version } } })
})

test('has every production dependency of the lock file, and Electron, in its version', async () => {
  const locked = Object.entries(await readLock())
    .filter(([path, { dev, devOptional }]) => path !== '' && ((!dev && !devOptional) || path === 'node_modules/electron'))
    .map(([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)} ${version}`)
  expect(locked.length).toBeGreaterThan(60)
  const listed = sbom.components.map(({ name, version }) => `${name} ${version}`)
  expect([...new Set(locked)].filter((entry) => !listed.includes(entry))).toEqual([])
  expect(listed).toContainEqual(expect.stringMatching(/^electron \d/))
})

test('says the licence and the checksum of each', () => {
  expect(sbom.components.filter(({ licenses, hashes }) => !licenses?.length || !hashes?.length).map(({ name }) => name)).toEqual([])
})

test('refers only to what it lists, and Electron belongs to the program', () => {
  const known = new Set([sbom.metadata.component, ...sbom.components].map((component) => component['bom-ref']))
  expect(sbom.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((ref) => !known.has(ref))).toEqual([])
  const own = sbom.dependencies.find(({ ref }) => ref === sbom.metadata.component['bom-ref'])
  expect(own?.dependsOn).toContainEqual(expect.stringMatching(/^electron@/))
})
