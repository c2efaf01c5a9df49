// The log: every line with its time, never larger than its limit, the two files before it kept.

import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { LogFile } from '../../src/main/errors/log-file.ts'

const folder = await mkdtemp(join(tmpdir(), 'footing-log-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a line has its time and its level, and a second line stands under the first', async () => {
  const log = new LogFile(join(folder, 'one'))
  log.write('error', 'went wrong\nhere\n', new Date('2026-11-26T15:00:00Z'))
  log.write('error', 'and again', new Date('2026-11-26T15:00:01Z'))
  expect(await readFile(log.path, 'utf8')).toBe('2026-11-26T15:00:00.000Z error went wrong\n  here\n2026-11-26T15:00:01.000Z error and again\n')
})

test('a full file makes room for the next, and only three are kept', async () => {
  const log = new LogFile(join(folder, 'full'))
  for (let number = 0; number < 500; number += 1) log.write('error', `${number} ${'x'.repeat(9_000)}`)
  const names = await readdir(join(folder, 'full'))
  expect(names.sort()).toEqual(['footing.1.log', 'footing.2.log', 'footing.log'])
  for (const name of names) expect((await stat(join(folder, 'full', name))).size).toBeLessThanOrEqual(1_000_000)
  expect(await readFile(log.path, 'utf8')).toMatch(/ error 499 x+\n$/)
  // A second start goes on where the first ended.
  new LogFile(join(folder, 'full')).write('error', 'next day')
  expect(await readFile(log.path, 'utf8')).toMatch(/499 x+\n\S+ error next day\n$/)
})

test('a folder that cannot be made is no reason to stop', () => {
  expect(() => new LogFile('/dev/null/logs').write('error', 'lost')).not.toThrow()
})
