// Writes biome.json from the layer table below. A Biome override replaces the outer rule instead of adding to it, so every layer needs the
// full list of what it may not import; written by hand, those lists drift. `--check` only compares (used by `npm run check`).

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Ban = { group: string[]; message: string }

const layers = ['core', 'host', 'main', 'preload', 'renderer', 'cli'] as const
type Layer = (typeof layers)[number]

/** What each layer may import of ours. Arrows: core ← host ← {main, cli}; core ← renderer; preload takes types only. */
const allowedLayers: Record<Layer, Layer[]> = {
  core: ['core'],
  host: ['core', 'host'],
  main: ['core', 'host', 'main'],
  preload: ['preload'],
  renderer: ['core', 'renderer'],
  cli: ['core', 'host', 'cli'],
}

const nodeModules: Ban = {
  group: [
    'node:*',
    'node:*/**',
    'fs',
    'fs/**',
    'path',
    'os',
    'crypto',
    'child_process',
    'http',
    'net',
    'worker_threads',
    'process',
    'stream',
    'zlib',
    'util',
    'events',
    'buffer',
    'url',
  ],
  message: 'Only host, main and cli run in Node.',
}
const electron: Ban = { group: ['electron', 'electron/**'], message: 'Only src/main and src/preload know Electron.' }
const windowLibraries: Ban = {
  group: [
    'react',
    'react/**',
    'react-dom',
    'react-dom/**',
    '@mantine/**',
    '@codemirror/**',
    '@tanstack/**',
    '@tabler/**',
    'react-resizable-panels',
    'zustand',
    'zustand/**',
    'get-nonce',
    '@fontsource-variable/**',
  ],
  message: 'Only src/renderer knows the window.',
}
const hostLibraries: Ban = {
  group: ['lowdb', 'lowdb/**', 'ws', 'jsdom', 'commander'],
  message: 'Files, sockets and terminals belong to src/host and src/cli.',
}
const sanitiser: Ban = { group: ['dompurify'], message: 'core has the allow-list; makeSanitiser takes the DOMPurify of its caller.' }
const wireDoors: Ban = { group: ['http', 'node:http', 'ws', 'node:net'], message: 'The guarded doors are src/host/server and src/host/socket.' }
const ipcDoor: Ban = {
  group: ['electron'],
  message: 'ipcMain and ipcRenderer have one guarded door each: src/main/ipc and src/preload.',
}

const bannedLibraries: Record<Layer, Ban[]> = {
  core: [nodeModules, electron, windowLibraries, hostLibraries, sanitiser],
  host: [electron, windowLibraries, { group: ['commander'], message: 'Terminals belong to src/cli.' }],
  main: [windowLibraries, hostLibraries],
  preload: [nodeModules, windowLibraries, hostLibraries, sanitiser],
  renderer: [nodeModules, electron, hostLibraries],
  cli: [electron, windowLibraries],
}

function layerBans(layer: Layer): Ban[] {
  const forbidden = layers.filter((other) => !allowedLayers[layer].includes(other))
  return [
    {
      group: forbidden.map((other) => `**/${other}/**`),
      message: `src/${layer} may import only from ${allowedLayers[layer].join(', ')} (see ARCHITECTURE.md).`,
    },
    { group: ['**/tests/**'], message: 'The program does not import its tests.' },
    ...bannedLibraries[layer],
  ]
}

function override(includes: string[], bans: Ban[], extra: Record<string, unknown> = {}): unknown {
  return {
    includes,
    linter: { rules: { style: { noRestrictedImports: { level: 'error', options: { patterns: bans } }, ...extra } } },
  }
}

/** The types of jsdom, by which saved pages are read, bring in those of a window: what the compiler lets pass there is refused here. */
const windowGlobals = {
  level: 'error',
  options: {
    deniedGlobals: Object.fromEntries(
      ['document', 'window', 'navigator', 'location', 'localStorage', 'sessionStorage'].map((name) => [name, 'There is no window in src/host.']),
    ),
  },
}

const features = readdirSync('src/renderer/features', { withFileTypes: true }).filter((entry) => entry.isDirectory())

const config = {
  $schema: './node_modules/@biomejs/biome/configuration_schema.json',
  vcs: { enabled: true, clientKind: 'git', useIgnoreFile: true },
  files: { includes: ['**', '!**/package-lock.json', '!biome.json', '!**/*.md', '!**/*.svg', '!resources/starter', '!tests/fixtures'] },
  formatter: { indentStyle: 'space', indentWidth: 2, lineWidth: 150 },
  javascript: { formatter: { semicolons: 'asNeeded', quoteStyle: 'single', arrowParentheses: 'always' } },
  css: { formatter: { enabled: true }, parser: { cssModules: true } },
  linter: {
    rules: {
      preset: 'recommended',
      correctness: { noUnusedImports: 'error', noUnusedVariables: 'error' },
      style: { useImportType: 'error', useNodejsImportProtocol: 'error', noNonNullAssertion: 'off', noParameterAssign: 'off' },
      suspicious: { noExplicitAny: 'error', noConsole: 'off' },
    },
  },
  overrides: [
    ...layers.map((layer) => override([`src/${layer}/**`], layerBans(layer), layer === 'host' ? { noRestrictedGlobals: windowGlobals } : {})),
    ...features.map(({ name }) =>
      override(
        [`src/renderer/features/${name}/**`],
        [
          ...layerBans('renderer'),
          {
            // What core calls the same (core/figures) is no feature.
            group: [...features.filter((other) => other.name !== name).map((other) => `**/${other.name}/**`), '!**/core/**'],
            message: 'Feature folders do not import each other: share through src/renderer/ui, or pass it in from src/renderer/app.',
          },
        ],
      ),
    ),
    override(['src/host/**', '!src/host/server/**', '!src/host/socket/**'], [...layerBans('host'), wireDoors]),
    override(['src/main/**', '!src/main/ipc/**'], [...layerBans('main'), wireDoors, { ...ipcDoor, importNamePattern: 'ipcMain' } as Ban]),
    override(['src/cli/**'], [...layerBans('cli'), wireDoors]),
  ],
}

const path = 'biome.json'

/** As Biome has it, by a configuration of its own: the one in the tree may be the very file that needs mending. */
function format(json: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'footing-biome-'))
  const { formatter } = config
  writeFileSync(join(folder, path), JSON.stringify({ formatter }))
  const biome = join(import.meta.dirname, '../node_modules/@biomejs/biome/bin/biome')
  const { stdout } = spawnSync(process.execPath, [biome, 'format', `--config-path=${folder}`, `--stdin-file-path=${path}`], {
    input: json,
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  return stdout
}

const text = format(`${JSON.stringify(config)}\n`)
if (process.argv.includes('--check')) {
  if (readFileSync(path, 'utf8') !== text) {
    console.error('biome.json does not follow tools/write-biome-config.ts: run `npm run write-biome-config`')
    process.exit(1)
  }
} else writeFileSync(path, text)
