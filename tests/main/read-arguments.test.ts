// What a command line, a link and a second start ask for.

import { expect, test } from 'vitest'
import { readArguments, readHandedOver, readLink, toNotebookFolder } from '../../src/main/start/read-arguments.ts'

const folder = (path: string) => ({ kind: 'folder', folder: path })
const link = (place: string, notebook?: string) => ({ kind: 'link', place, notebook })

test.each([
  [['electron', '.'], '/home/me', false, undefined],
  [['electron', '.', 'Notes'], '/home/me', false, folder('/home/me/Notes')],
  [['electron', '.', '../Notes.footing/'], '/home/me', false, folder('/home/Notes.footing')],
  [['electron', '--no-sandbox', '.', '--allow-file-access', '/n/软银'], '/', false, folder('/n/软银')],
  [['/opt/footing', 'Notes'], '/home/me', true, folder('/home/me/Notes')],
  [['/opt/footing', '/n/notebook.json'], '/', true, folder('/n')],
  [['/opt/footing', 'file:///n/%E8%BD%AF%E9%93%B6%20AI/'], '/', true, folder('/n/软银 AI')],
  [['/opt/footing', 'file://other.example/n'], '/', true, undefined],
  [['/opt/footing', 'footing://show/insight:abc'], '/', true, link('insight:abc')],
  [['/opt/footing', 'FOOTING://show/'], '/', true, link('')],
  [['/opt/footing', 'footing://delete/insight:abc'], '/', true, undefined],
])('%j in %s, packaged %j, asks for %j', (argv, directory, isPackaged, expected) => {
  expect(readArguments(argv, directory, isPackaged)).toEqual(expected)
})

test.each([
  ['footing://show/insight:abc', link('insight:abc')],
  ['footing://show/source:%E8%BD%AF', link('source:软')],
  ['footing://show/report:r1?notebook=notebook:k3f', link('report:r1', 'notebook:k3f')],
  ['footing://show/report:r1?notebook=../../etc', link('report:r1')],
  ['footing://show/source:s1?notebook=notebook:k3f&highlight=highlight:h7', link('source:s1 highlight:h7', 'notebook:k3f')],
  ['footing://show/source:s1?highlight=evidence:e', link('source:s1')],
  ['footing://show/insight:a?highlight=highlight:h7', link('insight:a')],
  ['footing://show/source:s1%20highlight:h7', undefined],
  ['footing://show', link('')],
  ['footing://show/evidence:x', undefined],
  ['footing://show/insight:a%00b', undefined],
  ['footing://show/insight:a b', undefined],
  ['footing://show/%', undefined],
  ['footing://show.example/insight:abc', undefined],
  ['https://show/insight:abc', undefined],
  ['footing:insight:abc', undefined],
])('the link %j shows %j', (address, expected) => {
  expect(readLink(address)).toEqual(expected)
})

test.each([
  [{ wanted: folder('/n') }, folder('/n')],
  [{ wanted: link('insight:abc', 'notebook:k') }, link('insight:abc', 'notebook:k')],
  [{ wanted: link('source:s1 highlight:h7') }, link('source:s1 highlight:h7')],
  [{ wanted: { kind: 'link', place: 'run:me' } }, link('')],
  [{ wanted: { kind: 'folder' } }, undefined],
  [{ wanted: 'folder' }, undefined],
  [null, undefined],
  ['/n', undefined],
])('a second start that hands over %j asks for %j', (data, expected) => {
  expect(readHandedOver(data)).toEqual(expected)
})

test('the file in a notebook stands for its folder', () => {
  expect(toNotebookFolder('/n/notebook.json')).toBe('/n')
  expect(toNotebookFolder('/n/notebook.json.footing')).toBe('/n/notebook.json.footing')
})
