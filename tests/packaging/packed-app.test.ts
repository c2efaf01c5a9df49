// A package as electron-builder really makes it, from an Electron that does nothing: what is in it, and what the systems are told of it.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { extractAll, extractFile, listPackage, statFile } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import configuration, { loadedModules } from '../../electron-builder.ts'
import { projectFolder, runNodeTool } from '../../tools/run-node-tool.ts'
import { makeElectronFolder } from './electron-folder.ts'
import { importedNames } from './imported-packages.ts'

let scratch = ''
let archive = ''
let macApp = ''
let files: string[] = []

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'footing-package-'))
  if (!existsSync('out/main/index.js')) await runNodeTool('electron-vite', ['build'])
  await makeElectronFolder(join(scratch, 'electron'))
  const first = await makePackage([])
  // Seen once in some hundred runs, on a machine that did much else: it ends before it has said anything. What it says is a failure at once.
  const isSilent = first.code !== 0 && !first.output.includes('electron-builder  version')
  const { code, output } = isSilent ? await makePackage([]) : first
  if (code !== 0) throw new Error(`${first.output}\n${output}`)
  archive = join(scratch, 'dist/linux-unpacked/resources/app.asar')
  macApp = join(scratch, 'dist', (await readdir(join(scratch, 'dist'))).find((name) => name.startsWith('mac')) ?? '', 'Footing.app')
  files = listPackage(archive, { isPack: false })
    .map((path) => path.split(sep).join('/').slice(1))
    .filter((path) => !('files' in statFile(archive, path)))
}, 300_000)
afterAll(() => rm(scratch, { recursive: true, force: true }))

/** Both systems from any system: nothing is compiled or signed for a folder. */
function makePackage(options: string[]) {
  const folders = [`-c.electronDist=${join(scratch, 'electron')}`, `-c.directories.output=${join(scratch, 'dist')}`]
  return runNodeTool('electron-builder', ['--linux', '--mac', '--x64', '--dir', '--publish', 'never', ...folders, ...options])
}

test('electron-builder knows every setting of the configuration, and refuses one that it does not', async () => {
  const { code, output } = await makePackage(['-c.colour=teal'])
  expect(code).not.toBe(0)
  expect(output).toContain("unknown property 'colour'")
})

describe('the archive', () => {
  test('has the built program, the starter, the icon and the licence', () => {
    const built = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html', 'resources/icons/footing.png', 'LICENSE', 'package.json']
    expect(built.filter((path) => !files.includes(path))).toEqual([])
  })

  test('has every file of the starter, byte for byte', async () => {
    const starter = (await readdir('resources/starter', { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    expect(starter.length).toBeGreaterThan(20)
    for (const { parentPath, name } of starter) {
      const path = join(parentPath, name)
      expect(extractFile(archive, path).equals(await readFile(path)), path).toBe(true)
    }
  })

  test('has nothing else: no sources, tests, tools, maps, types or keys', () => {
    const allowed = /^(?:package\.json|LICENSE|out\/(?:main|preload|renderer)\/.+|resources\/.+|node_modules\/[^/]+\/.+)$/
    expect(files.filter((path) => !allowed.test(path))).toEqual([])
    expect(files.filter((path) => /\.(?:map|tsx?|mts|cts|tsbuildinfo|pem|p12|key|env)$|(?:^|\/)(?:tests?|\.[^/]+)\//.test(path))).toEqual([])
  })

  test('has the modules that main loads, and none of the window’s or of development', () => {
    const modules = new Set(files.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []))
    expect([...modules].sort()).toEqual(loadedModules)
  })

  test('names no folder of the machine that made it', async () => {
    const content = await readFile(archive)
    expect(content.includes(projectFolder)).toBe(false)
    expect(content.includes(scratch)).toBe(false)
  })

  test('stays small enough to be looked through', async () => {
    expect((await readFile(archive)).length).toBeLessThan(24 * 1024 * 1024)
  })

  test('is enough: all that main imports loads from it alone', async () => {
    const app = join(scratch, 'app')
    extractAll(archive, app)
    const main = await Promise.all(files.filter((path) => /^out\/main\/.*\.js$/.test(path)).map((path) => readFile(join(app, path), 'utf8')))
    const names = [...new Set(main.flatMap(importedNames))]
    expect(names.length).toBeGreaterThan(3)
    await mkdir(join(app, 'out/main'), { recursive: true })
    await writeFile(join(app, 'out/main/load-all.mjs'), names.map((name) => `await import(${JSON.stringify(name)})`).join('\n'))
    const child = spawn(process.execPath, [join(app, 'out/main/load-all.mjs')], { cwd: app, stdio: ['ignore', 'ignore', 'pipe'] })
    let complaint = ''
    child.stderr.on('data', (data) => (complaint += data))
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect(`${code} ${complaint}`.trim()).toBe('0')
  })
})

describe('beside the archive', () => {
  test('Electron’s own start page is gone, and only the languages of the interface are left', async () => {
    expect(await readdir(join(scratch, 'dist/linux-unpacked/resources'))).toEqual(['THIRD-PARTY-LICENCES.txt', 'app.asar'])
    expect((await readdir(join(scratch, 'dist/linux-unpacked/locales'))).sort()).toEqual(['en-US.pak', 'ja.pak', 'zh-CN.pak', 'zh-TW.pak'])
  })

  test('the licences of what is inside the bundles are told, with Electron’s own', async () => {
    const text = await readFile(join(scratch, 'dist/linux-unpacked/resources/THIRD-PARTY-LICENCES.txt'), 'utf8')
    const { dependencies } = JSON.parse(await readFile('package.json', 'utf8')) as { dependencies: object }
    expect(Object.keys(dependencies).filter((name) => !text.includes(`\n${name} `))).toEqual([])
    expect(text.match(/Permission is hereby granted, free of charge/g)?.length).toBeGreaterThan(30)
    expect(text).toContain('SIL OPEN FONT LICENSE')
    expect(await readdir(join(scratch, 'dist/linux-unpacked'))).toEqual(expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']))
  })

  test.each([
    ['Linux', () => join(scratch, 'dist/linux-unpacked/footing-desktop')],
    ['macOS', () => macApp],
  ])('the program for %s has its fuses set', async (_, program) => {
    const wire = await getCurrentFuseWire(program())
    const states = Object.entries(wire).flatMap(([index, state]) =>
      /^\d+$/.test(index) ? [[FuseV1Options[Number(index)], String.fromCharCode(Number(state))]] : [],
    )
    expect(Object.fromEntries(states)).toEqual({
      RunAsNode: '0',
      EnableCookieEncryption: '1',
      EnableNodeOptionsEnvironmentVariable: '0',
      EnableNodeCliInspectArguments: '0',
      EnableEmbeddedAsarIntegrityValidation: '1',
      OnlyLoadAppFromAsar: '1',
      LoadBrowserProcessSpecificV8Snapshot: '0',
      GrantFileProtocolExtraPrivileges: '0',
      WasmTrapHandlers: '1',
    })
  })
})

describe('macOS is told', async () => {
  const info = async () => (await readFile(join(macApp, 'Contents/Info.plist'), 'utf8')).replace(/>\s+</g, '><')

  test('who the program is', async () => {
    expect(await info()).toContain(`<key>CFBundleIdentifier</key><string>${configuration.appId}</string>`)
  })

  test('that a folder named ….footing is one document, and this program’s', async () => {
    const text = await info()
    expect(text).toContain('<key>CFBundleTypeExtensions</key><array><string>footing</string></array>')
    expect(text).toContain('<key>LSHandlerRank</key><string>Owner</string><key>LSTypeIsPackage</key><true/>')
    expect(text).toContain('<key>UTTypeConformsTo</key><array><string>com.apple.package</string>')
  })

  test('that footing:// links are for it', async () => {
    expect(await info()).toContain('<key>CFBundleURLSchemes</key><array><string>footing</string></array>')
  })

  test('which archive is whole', async () => {
    expect(await info()).toMatch(
      /<key>Resources\/app\.asar<\/key><dict><key>algorithm<\/key><string>SHA256<\/string><key>hash<\/key><string>[0-9a-f]{64}</,
    )
  })
})
