// Lines come out whole however the bytes are cut; a line that is too long is named once and the next one still arrives.

import { describe, expect, test } from 'vitest'
import { LineCutter } from '../../../src/host/socket/message-lines.ts'

function cut(chunks: readonly string[], maxBytes = 10): string[] {
  const cutter = new LineCutter(maxBytes)
  const lines = chunks.flatMap((chunk) => cutter.push(Buffer.from(chunk)))
  const last = cutter.end()
  return [...lines, ...(last ? [last] : [])].map((line) => (line.kind === 'line' ? line.bytes.toString() : '<too long>'))
}

const cases: [name: string, chunks: string[], expected: string[]][] = [
  ['one line per chunk', ['a\n', 'b\n'], ['a', 'b']],
  ['many lines in one chunk', ['a\nb\n\nc\n'], ['a', 'b', '', 'c']],
  ['a line over three chunks', ['ab', 'cd', 'e\nf\n'], ['abcde', 'f']],
  ['no newline at the end', ['a\nb'], ['a', 'b']],
  ['a line of exactly the limit', ['0123456789\nx\n'], ['0123456789', 'x']],
  ['a line over the limit', ['0123456789a\nx\n'], ['<too long>', 'x']],
  ['a line over the limit in pieces', ['01234', '56789', 'abc', 'def\nx\n'], ['<too long>', 'x']],
  ['a line over the limit without an end', ['0123456789abc'], ['<too long>']],
  ['carriage returns stay', ['a\r\nb\r\n'], ['a\r', 'b\r']],
  ['nothing', [], []],
]

describe('LineCutter', () => {
  test.each(cases)('%s', (_name, chunks, expected) => {
    expect(cut(chunks)).toEqual(expected)
  })

  test('characters of several bytes survive every cut', () => {
    const text = '软银𠮷\n'.repeat(3)
    const bytes = Buffer.from(text)
    for (let at = 1; at < bytes.length; at += 1) {
      const cutter = new LineCutter(100)
      const lines = [...cutter.push(bytes.subarray(0, at)), ...cutter.push(bytes.subarray(at))]
      expect(lines.map((line) => (line.kind === 'line' ? line.bytes.toString() : '')).join('\n')).toBe('软银𠮷\n软银𠮷\n软银𠮷')
    }
  })
})
