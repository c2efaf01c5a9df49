// File names that every system takes.

import { expect, test } from 'vitest'
import { exportFileName } from '../../../src/core/export/export-file-name.ts'

test.each([
  ['SoftBank’s bet: $5.83 billion', 'softbank-s-bet-5-83-billion.md'],
  ['软银清仓英伟达？', '软银清仓英伟达.md'],
  ['ソフトバンク', 'ソフトバンク.md'],
  ['हिन्दी', 'हिन्दी.md'],
  ['../../etc/passwd', 'etc-passwd.md'],
  ['CON', 'footing-con.md'],
  ['com¹', 'footing-com1.md'],
  ['Lpt9.txt', 'lpt9-txt.md'],
  ['...', 'untitled.md'],
  ['', 'untitled.md'],
  ['a\u0000b\nc', 'a-b-c.md'],
  ['\ud800', 'untitled.md'],
  ['Cafe\u0301', 'café.md'],
])('%j is %s', (title, expected) => expect(exportFileName(title)).toBe(expected))

test.each(['x'.repeat(500), '软'.repeat(500), '𠮷'.repeat(500), 'ab '.repeat(100)])('long titles fit into 120 bytes', (title) => {
  const name = exportFileName(title)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120)
  expect(Buffer.byteLength(name)).toBeGreaterThan(110)
  expect(name.isWellFormed()).toBe(true)
  expect(name).not.toContain('-.md')
})
