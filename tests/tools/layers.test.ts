// The compiler and the linter hold the layers: a file that crosses them fails the check.

import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const bin = (name: string) => join(root, 'node_modules/.bin', name)
let written: string | undefined

/** Writes a file that must not pass, inside the layer it offends. */
function write(path: string, text: string): string {
  written = join(root, path)
  mkdirSync(dirname(written), { recursive: true })
  writeFileSync(written, text)
  return path
}

afterEach(() => {
  if (written) rmSync(written)
  written = undefined
})

function lint(path: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(bin('biome'), ['lint', '--error-on-warnings', '--vcs-enabled=false', path], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, output: stdout + stderr }
}

const wrongImports: [string, string][] = [
  ['src/core/queries', "import 'node:fs'"],
  ['src/core/queries', "import '../../host/open-notebook.ts'"],
  ['src/core/queries', "import 'react'"],
  ['src/host/session', "import 'electron'"],
  ['src/host/storage', "import 'node:http'"],
  ['src/host/session', "import '../../renderer/app/app.tsx'"],
  ['src/main', "import '../renderer/app/app.tsx'"],
  ['src/main', "import { ipcMain } from 'electron'\nipcMain.on('x', () => undefined)"],
  ['src/cli', "import 'node:net'"],
  ['src/preload', "import 'node:path'"],
  ['src/renderer/features/reader', "import 'fs'"],
  ['src/renderer/features/reader', "import 'node:fs/promises'"],
  ['src/renderer/features/reader', "import '../insights/insight-list.tsx'"],
  ['src/renderer/features/reader', "import '../../../host/open-notebook.ts'"],
  ['src/renderer/app', "import 'electron'"],
]

describe('lint refuses what crosses a layer', () => {
  it.each(wrongImports)('%s: %s', (folder, text) => {
    const { status, output } = lint(write(`${folder}/crosses-a-layer-${process.pid}.ts`, `// A file that must not pass.\n\n${text}\n`))
    expect(output).toContain('noRestrictedImports')
    expect(status).not.toBe(0)
  })

  it('src/host: document.title, which the types of jsdom let pass', () => {
    const { status, output } = lint(write(`src/host/session/crosses-a-layer-${process.pid}.ts`, '// A file that must not pass.\n\ndocument.title\n'))
    expect(output).toContain('noRestrictedGlobals')
    expect(status).not.toBe(0)
  })

  it('lets an import inside the layer pass', () => {
    const { status, output } = lint(write(`src/host/session/stays-inside-${process.pid}.ts`, "// A file that may pass.\n\nimport 'node:path'\n"))
    expect(output).not.toContain('noRestrictedImports')
    expect(status).toBe(0)
  })
})

describe('the compiler refuses what a layer does not have', () => {
  it.each([
    ['src/core', { document: 'document.title', process: 'process.exit()', setTimeout: 'setTimeout(() => undefined, 1)' }],
    ['src/renderer', { process: 'process.exit()' }],
  ])('%s: %o', (layer, wrong) => {
    write(`${layer}/crosses-a-layer-${process.pid}.ts`, `${Object.values(wrong).join('\n')}\nexport {}\n`)
    const { status, stdout } = spawnSync(bin('tsc'), ['-p', layer], { cwd: root, encoding: 'utf8' })
    for (const name of Object.keys(wrong)) expect(stdout).toContain(`Cannot find name '${name}'`)
    expect(status).not.toBe(0)
  })
})

describe('the layer rules themselves', () => {
  it('biome.json is what the table of layers gives', () => {
    const { status, stderr } = spawnSync(process.execPath, ['tools/write-biome-config.ts', '--check'], { cwd: root, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })
})
