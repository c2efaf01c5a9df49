// The catalogue of actions is whole: each has a name, a place, keys that nobody else has there, and a component that does it.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type * as Catalogue from '../../../src/renderer/keys/catalogue.ts'
import type * as Clashes from '../../../src/renderer/keys/key-clashes.ts'

const renderer = join(import.meta.dirname, '../../../src/renderer')
let catalogue: typeof Catalogue
let clashes: typeof Clashes

beforeAll(async () => {
  vi.stubGlobal('navigator', { languages: ['en'], platform: 'Linux' })
  catalogue = await import('../../../src/renderer/keys/catalogue.ts')
  clashes = await import('../../../src/renderer/keys/key-clashes.ts')
})

describe('the catalogue', () => {
  test('gives every action a name of its own within its menu, among those for one place', () => {
    const names = catalogue.actionIds.map((id) => `${catalogue.catalogue[id].menu} (${clashes.placeOfKeys(id)}): ${catalogue.catalogue[id].title}`)
    expect(names.filter((name) => name.endsWith(': '))).toEqual([])
    expect(names.filter((name, position) => names.indexOf(name) !== position)).toEqual([])
  })

  test('has no two actions fighting over a key', () => {
    const fights = catalogue.actionIds.flatMap((id) =>
      catalogue.catalogue[id].keys.flatMap((key) => {
        const other = clashes.clashOf(id, key, {})
        return other ? [`${key}: ${id} and ${other}`] : []
      }),
    )
    expect(fights).toEqual([])
  })

  test('writes its keys as a pressed key is named', () => {
    const named = /^(Alt\+)?(Shift\+)?(Mod\+)?([A-Z0-9]|[^\sA-Za-z0-9]|F\d+|Delete|Space|Escape|Arrow\w+|Page\w+|Home|End|Enter|Tab|Backspace)$/
    expect(catalogue.actionIds.flatMap((id) => catalogue.catalogue[id].keys.filter((key) => !named.test(key)))).toEqual([])
  })

  test('holds nothing that no component does', () => {
    const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/^(keys|strings)\//.test(name))
      .map((name) => readFileSync(join(renderer, name), 'utf8'))
    const done = new Set(
      sources.flatMap((source) => [...source.matchAll(/(?:useAction\(\{\s*id: ['`]|<Tool\s+id=")([\w.-]+)/g)].map((match) => match[1] ?? '')),
    )
    // Those of the editor stand in one table, which an editor offers while it lives.
    const table = readFileSync(join(renderer, 'ui/markdown-editor/editor-actions.ts'), 'utf8')
    for (const [, id = ''] of table.matchAll(/^ {2}'([\w.-]+)':/gm)) done.add(id)
    // The colours are made one by one from their names.
    const isDone = (id: string) => done.has(id) || (done.has('reader.colour-') && id.startsWith('reader.colour-'))
    expect(catalogue.actionIds.filter((id) => !isDone(id))).toEqual([])
  })
})
