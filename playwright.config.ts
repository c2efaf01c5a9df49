import { defineConfig } from '@playwright/test'
import type { HostOptions } from './tests/e2e/notebook-fixture.ts'
import { chromiumSwitches } from './tools/chromium-switches.ts'
import { findChromium } from './tools/find-chromium.ts'
import { findElectron } from './tools/find-electron.ts'

const executablePath = findChromium()

// Hosts inherit it: nothing that a test does reaches the data of whoever runs it.
process.env.FOOTING_BACKUPS ??= 'off'

/** Set where nothing less than Electron itself will do: on the machines that have it. */
const needsElectron = process.env.FOOTING_REQUIRE_ELECTRON === '1'
if (needsElectron && !findElectron()) throw new Error('Electron is required here, and its binary is not')

/**
 * `npm test` has to end while somebody waits for it. It leaves out what is tagged `@thorough`: variants and by-ways of what other tests of the same file
 * go through. On the stand-in it runs these: the desktop's own, and what passes through a host (files that are saved, pictures, the clipboard, ends and
 * beginnings), and nowhere the pictures of the docs, whose screens other specs go through. `npm test -- --all` and `npm run e2e` run every test on both.
 */
const isShort = process.env.FOOTING_E2E === 'short'
const whatHostsDoDifferently = [
  '**/desktop/*.spec.ts',
  ...['first-run', 'writing', 'images', 'clipboard', 'restart'].map((name) => `**/${name}.spec.ts`),
]

/** Tests that make sense on one host only carry its tag; all others run on each. */
const localHost = {
  name: 'local host in Chromium',
  use: { hostName: 'local host' as const },
  grepInvert: isShort ? /@desktop|@thorough/ : /@desktop/,
  ...(isShort ? { testIgnore: '**/pictures.spec.ts' } : {}),
}
const standIn = {
  name: 'desktop in the stand-in',
  use: { hostName: 'stand-in' as const },
  grepInvert: isShort ? /@local-host|@thorough/ : /@local-host/,
  ...(isShort ? { testMatch: whatHostsDoDifferently } : {}),
}
const electron = { name: 'desktop in Electron', use: { hostName: 'Electron' as const }, grepInvert: /@local-host/ }

export default defineConfig<HostOptions>({
  // Of all files alike: a layer's own may lead the compiler to types that do not run (src/core/csv-parse.d.ts).
  tsconfig: 'tsconfig.json',
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  // Two cores that others use as well: what fails there once and then passes is told as flaky, and counts as passed.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  reporter: [['list'], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['json'] as ['json']] : [])],
  use: {
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [...chromiumSwitches],
    },
    viewport: { width: 1280, height: 800 },
    trace: 'off',
  },
  projects: needsElectron
    ? [electron]
    : // The stand-in is started by its first line, which Windows does not read.
      [localHost, ...(process.platform === 'win32' ? [] : [standIn]), ...(findElectron() ? [electron] : [])],
})
