// `npm run package`: builds the program and makes this system's packages in dist/. `--dir` stops at the unpacked program, `--output FOLDER` puts it elsewhere.

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { projectFolder, runNodeTool } from './run-node-tool.ts'

const downloadLimitMs = 300_000

const { values: flags } = parseArgs({ options: { dir: { type: 'boolean', default: false }, output: { type: 'string' } } })

// First, as it is what is missing most often, and the build takes longer than saying so.
const electron = findElectronFolder()
if ('missing' in electron) {
  console.error(`No package can be made: ${electron.missing}.
A package holds Electron's program for this system (${process.platform} ${process.arch}). Any one of these helps:
  - a connection to github.com, or ELECTRON_MIRROR naming another place that has it
  - ELECTRON_OVERRIDE_DIST_PATH=/path/to/electron/dist, a folder with Electron ${electronVersion()} unpacked`)
  process.exit(1)
}

const build = await runNodeTool('electron-vite', ['build'])
if (build.code !== 0) {
  console.error(build.output)
  process.exit(1)
}

const target = [...(flags.dir ? ['--dir'] : []), ...(flags.output ? [`-c.directories.output=${resolve(flags.output)}`] : [])]
const { code } = await runNodeTool('electron-builder', ['--publish', 'never', `-c.electronDist=${electron.folder}`, ...target], { show: true })
if (code !== 0) {
  console.error(
    'The packages were not made: the reason stands above. electron-builder fetches its own tools (AppImage, fpm, NSIS) from github.com when it first needs them.',
  )
}
process.exit(code)

/** The unpacked Electron that `npm ci` fetched and checked, or that the environment names; fetched now where neither is there. */
function findElectronFolder(): { folder: string } | { missing: string } {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (named) return existsSync(named) ? { folder: resolve(named) } : { missing: `there is no ${named}, which ELECTRON_OVERRIDE_DIST_PATH names` }
  const folder = join(projectFolder, 'node_modules/electron')
  const isFetched = () => existsSync(join(folder, 'path.txt')) && existsSync(join(folder, 'dist'))
  if (isFetched()) return { folder: join(folder, 'dist') }
  console.error('Fetching Electron (once) …')
  const { stderr, error } = spawnSync(process.execPath, [join(folder, 'install.js')], {
    timeout: downloadLimitMs,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (isFetched()) return { folder: join(folder, 'dist') }
  const reason = error?.message ?? stderr.split('\n').find((line) => /\bError: /.test(line)) ?? 'its installer gave no reason'
  return {
    missing: `Electron ${electronVersion()} could not be fetched (${reason.includes('fetch failed') ? 'no connection to where it is kept' : reason})`,
  }
}

function electronVersion(): string {
  const { version } = JSON.parse(readFileSync(join(projectFolder, 'node_modules/electron/package.json'), 'utf8')) as { version: string }
  return version
}
