// The guide's promises: its pages, links and pictures exist, the pictures are those that the pictures spec makes, and every key it names is the catalogue's.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { catalogue } from '../../src/renderer/keys/catalogue.ts'

const folder = join(import.meta.dirname, '../../docs/guide')
const pages = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
const spec = readFileSync(join(import.meta.dirname, '../e2e/pictures.spec.ts'), 'utf8')
const actions = new Map(Object.values(catalogue).map(({ title, keys }) => [title as string, keys.map(sorted)]))

/** `Ctrl+Shift+E` in the guide is `Shift+Mod+E` in the catalogue: the same keys held down, in whatever order. */
function sorted(key: string): string {
  return key
    .replace('Ctrl+', 'Mod+')
    .split(/\+(?=.)/)
    .sort()
    .join('+')
}

it('every page is in the list of pages, and every link leads somewhere', () => {
  const links = pages.flatMap(({ name, text }) =>
    [...text.matchAll(/\]\(([^)#]+)\)/g)].flatMap(([, target = '']) => (/^https?:/.test(target) ? [] : [{ name, target }])),
  )
  expect(links.length).toBeGreaterThan(15)
  expect(links.filter(({ target }) => !existsSync(join(folder, target)))).toEqual([])
  const listed = links.flatMap(({ name, target }) => (name === 'README.md' ? [target] : []))
  expect(listed.toSorted()).toEqual(pages.flatMap(({ name }) => (name === 'README.md' ? [] : [name])).toSorted())
})

it('every picture is one that the pictures spec makes', () => {
  const pictures = pages.flatMap(({ text }) => [...text.matchAll(/\(\.\.\/pictures\/([^)]+)\.png\)/g)].map(([, name = '']) => name))
  expect(pictures.length).toBeGreaterThan(8)
  const made = [...spec.matchAll(/^ {4}name: '([a-z]+)',$/gm)].flatMap(([, screen]) =>
    ['wide', 'laptop', 'narrow'].flatMap((width) => ['light', 'dark'].map((scheme) => `${screen}-${width}-${scheme}`)),
  )
  expect(pictures.filter((name) => !made.includes(name))).toEqual([])
})

it('every action that is named with a key exists, and has that key', () => {
  const named = pages.flatMap(({ name, text }) =>
    [...text.matchAll(/\*\*([^*]+)\*\* \(`([^`]+)`\)/g)].map(([, title = '', key = '']) => ({ name, title: title.replace(/\s+/g, ' '), key })),
  )
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter(({ title, key }) => !actions.get(title)?.includes(sorted(key)))).toEqual([])
})
