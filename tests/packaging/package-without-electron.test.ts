// Where there is no Electron, `npm run package` says so in words before it does anything.

import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('no package without Electron, and what would help', () => {
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '/nowhere/electron' }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/package.ts'], { encoding: 'utf8', env })
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toContain('No package can be made: there is no /nowhere/electron')
  expect(stderr).toContain('ELECTRON_MIRROR')
  expect(stderr).not.toMatch(/^\s+at /m)
})
