// The built app: what Electron will load is what a sandboxed preload and a strict policy allow.

import { existsSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAssets } from '../../src/host/server/read-assets.ts'
import { buildShell } from './build-shell.ts'

let folder = ''
let main = ''
let preload = ''
beforeAll(async () => {
  folder = await buildShell()
  main = await readFile(join(folder, 'main/index.js'), 'utf8')
  preload = await readFile(join(folder, 'preload/index.cjs'), 'utf8')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the preload', () => {
  test('is one CommonJS file', async () => {
    expect(await readdir(join(folder, 'preload'))).toEqual(['index.cjs'])
    expect(preload).not.toMatch(/^\s*(import|export)\b/m)
    expect(preload).not.toMatch(/\bimport\s*\(/)
  })

  test('requires electron and nothing else', () => {
    expect([...preload.matchAll(/\brequire\(([^)]*)\)/g)].map(([, name]) => name)).toEqual(['"electron"'])
  })

  test('exposes one name', () => {
    expect([...preload.matchAll(/exposeInMainWorld\(([^,]*),/g)].map(([, name]) => name)).toEqual(['"footing"'])
  })
})

describe('the main process', () => {
  test('imports Node, electron and what package.json names', async () => {
    const { dependencies, main: entry } = JSON.parse(await readFile('package.json', 'utf8')) as { dependencies: object; main: string }
    const imported = [...main.matchAll(/^import\b[^;]*?from "([^"]+)";$/gm), ...main.matchAll(/\bimport\("([^"]+)"\)/g)].map(([, name = '']) => name)
    const packages = imported
      .filter((name) => !name.startsWith('node:') && name !== 'electron' && !name.startsWith('.'))
      .map((name) => (name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? '')))
    expect(imported).toContain('electron')
    expect(packages.filter((name) => !Object.hasOwn(dependencies, name))).toEqual([])
    expect(packages.filter((name) => builtinModules.includes(name))).toEqual([])
    expect(entry).toBe('./out/main/index.js')
  })

  test.each([['main'], ['preload']])('%s loads no page from a file and makes no code out of text', (name) => {
    const code = name === 'main' ? main : preload
    expect(code).not.toMatch(/file:\/\//)
    expect(code).not.toMatch(/\beval\s*\(|new Function\s*\(/)
  })
})

describe('the page', () => {
  test('asks for nothing but files that are served beside it, with no inline script or style', async () => {
    const { page, files } = await readAssets(join(folder, 'renderer'))
    const addresses = [...page.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, address = '']) => new URL(address, 'app://footing/').pathname)
    expect(addresses.length).toBeGreaterThan(0)
    expect(addresses.filter((address) => !files.has(address))).toEqual([])
    expect(page).not.toMatch(/<style\b/)
    expect(page).not.toMatch(/<script\b(?![^>]*\bsrc=)/)
    expect(page).not.toMatch(/\son\w+=/)
    expect(page).toContain('__STYLE_NONCE__')
  })
})

describe('all of it', () => {
  /** Every script and style of the program, as it is built. */
  async function allCode(): Promise<Map<string, string>> {
    const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(?:c?js|css|html)$/.test(name))
    return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)))
  }

  test('names no address that anything is fetched from', async () => {
    // What the worker reads files with is built with its comments.
    const hosts = [...(await allCode()).values()].flatMap((code) =>
      [
        ...code
          .replace(/\/\*[\s\S]*?\*\//g, '')
          .replace(/(^|[\s;{},])\/\/.*/gm, '$1')
          .matchAll(/https?:\/\/([a-z\d.-]+\.[a-z\d-]+)/gi),
      ].map(([, host]) => host),
    )
    // Names of XML and JSON dialects, where libraries explain their errors, where a reference is looked up, and the name that is kept
    // free for examples: words, never requests.
    // The content policy forbids the rest.
    const words = ['www.w3.org', 'json-schema.org', 'react.dev', 'mantine.dev', 'github.com', 'example.org', 'doi.org', 'arxiv.org']
    const documents = ['www.ibm.com', 'stuk.github.io', 'schemas.openxmlformats.org', 'schemas.microsoft.com', 'schemas.zwobble.org', 'purl.oclc.org']
    expect([...new Set(hosts)].filter((host) => ![...words, ...documents].includes(host ?? ''))).toEqual([])
    expect(hosts.length).toBeGreaterThan(0)
  })

  test('makes no code out of text', async () => {
    // A method of another thing may be called `eval`: where one is defined or called, it is not the global one.
    const isGlobalEval = /(?<![.\w$])eval\s*\((?![^()]*\)\s*\{)|\bnew Function\s*\(/
    expect('eval(text)').toMatch(isGlobalEval)
    const every = new RegExp(isGlobalEval, 'g')
    const found = [...(await allCode())].flatMap(([name, code]) => (code.match(every) ?? []).map(() => name.replace(/-[\w-]{8}\.js$/, '')))
    // What the reader of Word documents brings along and never calls: underscore's `template`, and a `setImmediate` for browsers without one.
    expect(found.toSorted()).toEqual(['main/chunks/read-docx', 'main/chunks/read-docx'])
  })

  test('finds beside the bundle what it looks for there', () => {
    const places = [...main.matchAll(/besideBundle\("([^"]+)"\)/g)].map(([, place = '']) => place)
    expect(places).toEqual(expect.arrayContaining(['../renderer/', '../preload/index.cjs', '../../resources/']))
    // Two folders up from `out/main` is the project, in a package as well.
    const missing = places.filter((place) => !existsSync(place.startsWith('../../') ? place.slice('../../'.length) : join(folder, 'main', place)))
    expect(missing).toEqual([])
  })
})
