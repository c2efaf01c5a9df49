// The same notebook gives the same bytes wherever and whenever it is exported.

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const script = fileURLToPath(new URL('./print-starter-export.ts', import.meta.url))

test('in every time zone and locale', () => {
  const settings = [
    ['UTC', 'C'],
    ['Asia/Tokyo', 'ja_JP.UTF-8'],
    ['America/St_Johns', 'tr_TR.UTF-8'],
  ] as const
  const runs = settings.map(([TZ, LANG]) => spawnSync(process.execPath, [script], { env: { ...process.env, TZ, LANG, LC_ALL: LANG } }))
  for (const run of runs) expect(run.status, run.stderr.toString()).toBe(0)
  // The runs did differ in what they could have read.
  expect(new Set(runs.map((run) => run.stderr.toString())).size).toBe(3)
  const [first] = runs
  expect(first?.stdout.length).toBeGreaterThan(20_000)
  for (const run of runs) expect(run.stdout.equals(first?.stdout ?? Buffer.alloc(0))).toBe(true)
})
