// Newline styles survive an editor that knows only \n.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { restoreNewlines, toEditorNewlines } from '../../src/renderer/notebook/draft-newlines.ts'

describe('restoreNewlines', () => {
  it.each([
    ['plain', 'a\nb', 'a\nb\nc', 'a\nb\nc'],
    ['CRLF', 'a\r\nb\r\n', 'a\nnew\nb\n', 'a\r\nnew\r\nb\r\n'],
    ['old Mac', 'a\rb', 'a\nb\nc', 'a\rb\rc'],
    ['mixed: untouched lines keep theirs', 'a\r\nb\nc\r\nd\n', 'a\nb\nnew\nc\nd\n', 'a\r\nb\nnew\r\nc\r\nd\n'],
    ['mixed: a changed line keeps its own', 'a\nb\nc\r\nd', 'a\nb!\nc!\nd', 'a\nb!\nc!\r\nd'],
    ['mixed: removed lines', 'a\r\nb\nc\r\nd\ne\r\n', 'a\nd\ne\n', 'a\r\nd\ne\r\n'],
    ['a first line end', 'a', 'a\nb', 'a\nb'],
    ['everything replaced', 'a\r\nb', 'x', 'x'],
  ])('%s', (_name, original, edited, expected) => {
    expect(restoreNewlines(original, edited)).toBe(expected)
  })

  it('gives back any text that was not edited, and never alters the text between line ends', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', '\r', '中') })
    fc.assert(
      fc.property(text, text, (original, other) => {
        expect(restoreNewlines(original, toEditorNewlines(original))).toBe(original)
        const edited = toEditorNewlines(other)
        expect(toEditorNewlines(restoreNewlines(original, edited))).toBe(edited)
      }),
    )
  })
})
