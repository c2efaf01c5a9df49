// Front matter is split off where it is YAML between fences at the very top, and nothing else is taken for it.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitFrontMatter } from '../../../src/core/markdown/front-matter.ts'

const SPLITS: [text: string, frontMatter: string | null, body: string][] = [
  ['---\ntitle: a\n---\nbody', 'title: a', 'body'],
  ['---\r\ntitle: a\r\ntags: [b]\r\n---\r\nbody\r\n', 'title: a\r\ntags: [b]', 'body\r\n'],
  ['---\n标题: 软银\n...\nbody', '标题: 软银', 'body'],
  ['---\n---\nbody', '', 'body'],
  ['\ufeff---\na: 1\n---\n', 'a: 1', ''],
  ['---\na: 1\n---', 'a: 1', ''],
  ['---\n# comment\na: 1\n---\nb', '# comment\na: 1', 'b'],
  ['---\na: |\n  x\n  --- y\n---\nb', 'a: |\n  x\n  --- y', 'b'],
  ['---\n\nA rule first.\n\n---\n', null, '---\n\nA rule first.\n\n---\n'],
  ['---\nJust words\n---\n', null, '---\nJust words\n---\n'],
  ['---\ntitle: never closed\n', null, '---\ntitle: never closed\n'],
  ['\n---\na: 1\n---\n', null, '\n---\na: 1\n---\n'],
  ['text', null, 'text'],
  ['', null, ''],
]

test.each(SPLITS)('%j', (text, frontMatter, body) => {
  expect(splitFrontMatter(text)).toEqual({ frontMatter, body, bodyStart: text.length - body.length })
})

test('the body is always the end of the text', () => {
  const line = fc.constantFrom('---', '...', 'a: 1', '', '- x', 'words', '\ufeff---', '# c')
  fc.assert(
    fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), (lines, newline) => {
      const text = lines.join(newline)
      const { frontMatter, body, bodyStart } = splitFrontMatter(text)
      expect(text.slice(bodyStart)).toBe(body)
      if (frontMatter !== null) expect(text.slice(0, bodyStart)).toContain(frontMatter)
    }),
    { seed: 3 },
  )
})
