// `npm run sbom`: writes dist/footing-VERSION.cdx.json, the CycloneDX list of what a package holds: the production dependencies of the lock file, and Electron.

import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { projectFolder } from './run-node-tool.ts'
import { shippedPackages } from './shipped-packages.ts'

export type Component = { 'bom-ref': string; type: string; name: string; version: string; purl: string; licenses?: unknown[]; hashes?: unknown[] }

export type Sbom = {
  bomFormat: string
  specVersion: string
  metadata: { component: Component }
  components: Component[]
  dependencies: { ref: string; dependsOn: string[] }[]
}

/**
 * As `npm sbom` has it from the lock file alone, mended in four places: the program's own name (npm calls it after its folder); without the packages of
 * development (`--omit dev` also leaves out those that the program and a tool share, such as zod); with Electron, which is installed as a tool but shipped;
 * and with licences that packages name otherwise than SPDX does, as they name them.
 */
export function makeSbom(): Sbom {
  const sbom = runNpmSbom()
  const { component } = sbom.metadata
  const shipped = new Set(shippedPackages().map(({ name, version }) => `${name} ${version}`))
  const components = sbom.components.filter((candidate) => shipped.has(`${candidate.name} ${candidate.version}`))
  const kept = new Set([component, ...components].map((each) => each['bom-ref']))
  const isElectron = (ref: string) => ref.startsWith('electron@')
  return {
    ...sbom,
    metadata: { ...sbom.metadata, component: { ...component, name: 'footing', type: 'application' } },
    components: components
      .map((each) => (each.licenses?.length ? each : { ...each, licenses: licencesOf(each.name) }))
      .map((each) => (each.name === 'electron' ? { ...each, type: 'framework', scope: 'required', properties: [] } : each)),
    dependencies: sbom.dependencies
      .filter(({ ref }) => kept.has(ref))
      // What Electron's package depends on fetches the binary, and stays behind.
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: isElectron(ref) ? [] : dependsOn.filter((other) => kept.has(other)) })),
  }
}

/** Old packages have a list, or a name that is no identifier of SPDX (`BSD`). */
function licencesOf(name: string): { license: { name: string } }[] {
  const file = join(projectFolder, 'node_modules', name, 'package.json')
  const { license, licenses = [] } = JSON.parse(readFileSync(file, 'utf8')) as { license?: string; licenses?: { type: string }[] }
  return [...(license === undefined ? [] : [license]), ...licenses.map(({ type }) => type)].map((named) => ({ license: { name: named } }))
}

function runNpmSbom(): Sbom {
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
  const own = process.env.npm_execpath
  const [command, args] = own && basename(own) === 'npm-cli.js' ? [process.execPath, [own, ...words]] : ['npm', words]
  // Windows starts npm.cmd only through its shell; the words are all our own.
  const isShell = command === 'npm' && process.platform === 'win32'
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: projectFolder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: isShell,
  })
  if (status !== 0) throw new Error(`npm sbom failed: ${error?.message ?? stderr}`)
  return JSON.parse(stdout) as Sbom
}

if (import.meta.main) {
  const sbom = makeSbom()
  const file = `dist/footing-${sbom.metadata.component.version}.cdx.json`
  mkdirSync(join(projectFolder, 'dist'), { recursive: true })
  writeFileSync(join(projectFolder, file), `${JSON.stringify(sbom, null, 2)}\n`)
  console.log(`${file}: ${sbom.components.length} components`)
}
