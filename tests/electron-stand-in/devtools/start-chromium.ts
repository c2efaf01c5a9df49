// Starts the Chromium that shows the program's windows, without one of its own.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromiumSwitches } from '../../../tools/chromium-switches.ts'
import { findChromium, howToGetChromium } from '../../../tools/find-chromium.ts'
import { DevToolsConnection } from './connection.ts'

const switches = [
  ...chromiumSwitches,
  '--headless',
  '--remote-debugging-port=0',
  '--no-startup-window',
  '--no-default-browser-check',
  '--disable-default-apps',
  '--disable-extensions',
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

export type Chromium = { address: string; connection: DevToolsConnection; kill: () => void; ended: Promise<unknown> }

/** What Chromium keeps (local storage, for one) lies in the program's own folder, as Electron's does. */
export async function startChromium(userDataFolder: string): Promise<Chromium> {
  const executable = findChromium()
  if (!executable) throw new Error(howToGetChromium)
  const folder = join(userDataFolder, 'Chromium')
  mkdirSync(folder, { recursive: true })
  const child = spawn(executable, [...switches, `--user-data-dir=${folder}`], { stdio: ['ignore', 'ignore', 'pipe'] })
  const kill = () => void child.kill('SIGKILL')
  process.on('exit', kill)
  const ended = once(child, 'exit')
  const address = await addressOf(child)
  const connection = await DevToolsConnection.open(address)
  return { address, connection, kill, ended }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stderr) throw new Error('Chromium has no standard error')
    let complaint = ''
    createInterface({ input: child.stderr }).on('line', (line) => {
      const [, address] = /^DevTools listening on (ws:.*)$/.exec(line) ?? []
      complaint = line
      if (!address) return
      resolve(address)
    })
    child.on('error', reject)
    child.on('close', (code) => reject(new Error(`Chromium ended (${code}): ${complaint}`)))
  })
}
