// What the packages are configured to be: whole, safe, and of one mind with the program, the installer and package.json.

import { existsSync } from 'node:fs'
import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FuseV1Options } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import configuration, { loadedModules } from '../../electron-builder.ts'
import { convertClip } from '../../src/host/clips/convert-clip.ts'
import { FileReader } from '../../src/host/import/file-reader.ts'
import { projectFolder } from '../../tools/run-node-tool.ts'
import { makeDocx, paragraph } from '../host/import/make-docx.ts'
import { buildShell } from '../preload/build-shell.ts'
import { importedNames, packageOf, readLock, withDependencies } from './imported-packages.ts'

const manifest = JSON.parse(await readFile('package.json', 'utf8')) as { desktopName: string; dependencies: object; scripts: Record<string, string> }
const installer = await readFile('build/installer.nsh', 'utf8')

describe('the fuses', () => {
  const { resetAdHocDarwinSignature: _, ...fuses } = configuration.electronFuses ?? {}

  test('are the safe set', () => {
    expect(fuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  test('are all that Electron has, but for one of speed', () => {
    const known = Object.values(FuseV1Options).filter((name) => typeof name === 'string')
    const capitalised = Object.keys(fuses).map((name) => name.charAt(0).toUpperCase() + name.slice(1))
    expect(known.filter((name) => !capitalised.includes(name))).toEqual(['WasmTrapHandlers'])
  })
})

describe('files', () => {
  test('that the configuration names exist', () => {
    const { linux, mac, win, nsis } = configuration
    const named = [linux?.icon, mac?.icon, win?.icon, mac?.entitlements, mac?.entitlementsInherit, nsis?.include]
    expect(named.filter((path) => typeof path !== 'string' || !existsSync(path))).toEqual([])
    expect(existsSync('LICENSE')).toBe(true)
  })

  test('of the icon set have the names by which their sizes are known', async () => {
    const sizes = (await readdir('build/icons')).flatMap((name) => /^(\d+)x\1\.png$/.exec(name)?.[1] ?? [])
    expect(sizes.map(Number).sort((one, other) => one - other)).toEqual([16, 24, 32, 48, 64, 128, 256, 512])
  })
})

describe('the modules in a package', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await buildShell()
  }, 120_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('are all that the built main process and preload load, with what those need, and no others', async () => {
    const files = ['main', 'preload'].map(async (part) => {
      const names = await readdir(join(folder, part), { recursive: true })
      return Promise.all(names.filter((name) => /\.c?js$/.test(name)).map((name) => readFile(join(folder, part, name), 'utf8')))
    })
    const imported = (await Promise.all(files)).flat().flatMap(importedNames).map(packageOf)
    expect(imported).toContain('lowdb')
    expect(imported.filter((name) => !Object.hasOwn(manifest.dependencies, name))).toEqual([])
    expect(loadedModules).toEqual(withDependencies(await readLock(), imported))
  })

  test('are enough for the worker: in the bundle it reads every kind of file, and clips', async () => {
    await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'))
    const workerUrl = pathToFileURL(join(folder, 'main/worker.js'))
    const article = `<title>T</title><article><h1>T</h1>${'<p>A sentence of some length, for a reader.</p>'.repeat(12)}</article>`
    const files = {
      'note.md': '# Note',
      'page.html': article,
      'refs.bib': '@book{a,title={One},author={Son, Masayoshi}}',
      'refs.ris': 'TY  - BOOK\nTI  - Two\nER  - \n',
      'letter.docx': makeDocx(paragraph('Dear reader')),
    }
    const reader = new FileReader(workerUrl, folder)
    reader.setFolders([{ path: folder, pictures: [] }])
    const kinds = { md: 'note', html: 'page', bib: 'data', ris: 'data', docx: 'document' } as const
    try {
      for (const [name, content] of Object.entries(files)) {
        await writeFile(join(folder, name), content)
        const kind = kinds[name.split('.')[1] as keyof typeof kinds]
        const read = await reader.read({ path: join(folder, name), within: name, kind, as: 'sources', isNamed: true }, 0)
        expect(read, name).toMatchObject({ kind: 'read', items: [{ kind: 'source' }] })
      }
    } finally {
      reader.close()
    }
    expect((await convertClip('<p>Marked <em>up</em>.</p>', workerUrl)).markdown).toContain('Marked *up*.')
  }, 60_000)
})

describe('names', () => {
  const scheme = 'footing'

  test('of the program are one: bundle identifier, desktop entry, Windows', async () => {
    expect(manifest.desktopName).toBe(`${configuration.appId}.desktop`)
    expect(configuration.linux?.syncDesktopName).toBe(true)
    // Windows groups windows and notifications by an id that the shortcut and the process must share.
    const named = [...(await mainSources()).matchAll(/setAppUserModelId\('([^']*)'\)/g)].map(([, id]) => id)
    expect(named.filter((id) => id !== configuration.appId)).toEqual([])
  })

  test('of links are one: macOS, Linux, Windows, main', async () => {
    expect(configuration.protocols).toEqual([{ name: 'Footing', schemes: [scheme], role: 'Viewer' }])
    expect(installer).toContain(`"Software\\Classes\\${scheme}" "URL Protocol"`)
    const registered = [...(await mainSources()).matchAll(/(?:DefaultProtocolClient\('|linkScheme = ')([\w-]+)/g)].map(([, name]) => name)
    expect(registered.filter((name) => name !== scheme)).toEqual([])
  })

  test('of notebooks that the desktop opens are one: macOS and Windows', () => {
    const { fileAssociations, extendInfo } = configuration.mac ?? {}
    expect(fileAssociations).toMatchObject([{ ext: 'footing', isPackage: true }])
    expect(JSON.stringify(extendInfo)).toContain('"public.filename-extension":["footing"]')
    expect(installer).toContain(`'System.FileName:~>".footing"'`)
  })

  test('that the installer writes are all taken away again', () => {
    const [written = '', removed = ''] = installer.split('!macro customUnInstall')
    const keys = [...written.matchAll(/WriteRegStr SHELL_CONTEXT "([^"]*)"/g)].map(([, key = '']) => key)
    const gone = [...removed.matchAll(/DeleteRegKey SHELL_CONTEXT "([^"]*)"/g)].map(([, key = '']) => key)
    expect(keys.length).toBeGreaterThan(6)
    expect(keys.filter((key) => !gone.some((parent) => key === parent || key.startsWith(`${parent}\\`)))).toEqual([])
  })
})

describe('what a package does by itself', () => {
  test('is nothing: it looks for no updates and is published by nobody but us', () => {
    expect(configuration.publish).toBeNull()
    expect(Object.keys(manifest.dependencies)).not.toContain('electron-updater')
    expect(configuration.nsis).toMatchObject({ differentialPackage: false })
    expect(configuration.dmg).toMatchObject({ writeUpdateInfo: false })
  })

  test('has Chromium’s sandbox: no package switches it off', () => {
    expect(JSON.stringify(configuration)).not.toContain('no-sandbox')
    // Without any arguments of ours, electron-builder starts an AppImage with `--no-sandbox`.
    expect(configuration.linux?.executableArgs).toEqual(['--'])
  })
})

async function mainSources(): Promise<string> {
  const names = await readdir('src/main', { recursive: true })
  return (await Promise.all(names.filter((name) => name.endsWith('.ts')).map((name) => readFile(join('src/main', name), 'utf8')))).join('\n')
}
