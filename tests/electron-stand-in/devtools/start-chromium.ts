// Starts the Chromium that shows the program's windows, without one of its own, and passes on where Playwright finds it.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findChromium, howToGetChromium } from '../../../tools/find-chromium.ts'
import { DevToolsConnection } from './connection.ts'

const switches = [
  '--headless',
  '--remote-debugging-port=0',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-search-engine-choice-screen',
  // Windows of the program are never out of sight here: a test looks at each.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-back-forward-cache',
  '--disable-popup-blocking',
  '--disable-hang-monitor',
  '--force-color-profile=srgb',
  '--password-store=basic',
  '--use-mock-keychain',
]

export type Chromium = { connection: DevToolsConnection; kill: () => void; ended: Promise<unknown> }

/** What Chromium keeps (local storage, for one) lies in the program's own folder, as Electron's does. */
export async function startChromium(userDataFolder: string): Promise<Chromium> {
  const executable = findChromium()
  if (!executable) throw new Error(howToGetChromium)
  const folder = join(userDataFolder, 'Chromium')
  mkdirSync(folder, { recursive: true })
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(executable, [...switches, ...asRoot, `--user-data-dir=${folder}`], { stdio: ['ignore', 'ignore', 'pipe'] })
  const kill = () => void child.kill('SIGKILL')
  process.on('exit', kill)
  const ended = once(child, 'exit')
  const connection = await DevToolsConnection.open(await addressOf(child))
  return { connection, kill, ended }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stderr) throw new Error('Chromium has no standard error')
    let complaint = ''
    createInterface({ input: child.stderr }).on('line', (line) => {
      const [, address] = /^DevTools listening on (ws:.*)$/.exec(line) ?? []
      complaint = line
      if (!address) return
      console.error(line)
      resolve(address)
    })
    child.on('error', reject)
    child.on('close', (code) => reject(new Error(`Chromium ended (${code}): ${complaint}`)))
  })
}
