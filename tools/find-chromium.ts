// Finds a Chromium for the end-to-end tests: named by the environment, on the PATH, or Playwright's own; or installs one where it can.

import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge']

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

export const howToGetChromium = `No Chromium was found and none could be installed. Any one of these helps:
  - npx playwright install chromium            (needs the internet)
  - sudo apt-get install chromium fonts-noto-cjk   (Debian, Ubuntu)
  - FOOTING_CHROMIUM=/path/to/chrome npm test  (a browser that is installed already)`

/** The path of a Chromium that runs, or undefined. */
export function findChromium(): string | undefined {
  const named = process.env.FOOTING_CHROMIUM
  if (named) return isExecutable(named) ? named : undefined
  const suffix = process.platform === 'win32' ? '.exe' : ''
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const path = join(folder, name + suffix)
      if (folder && isExecutable(path)) return path
    }
  }
  const own = chromium.executablePath()
  if (existsSync(own)) return own
  return usualPlaces.find(isExecutable)
}

/** Tries Debian's package (as root), then Playwright's download. */
export function installChromium(): string | undefined {
  if (process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('Installing Chromium by apt-get (once) …')
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
    spawnSync('apt-get', ['update', '-q'], quiet)
    spawnSync('apt-get', ['install', '-y', '-q', 'chromium', 'fonts-noto-cjk'], quiet)
    const found = findChromium()
    if (found) return found
  }
  console.log('Installing Chromium by Playwright (once) …')
  spawnSync(process.execPath, [join(import.meta.dirname, '../node_modules/@playwright/test/cli.js'), 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 300_000,
  })
  return findChromium()
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
