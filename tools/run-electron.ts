// Runs the built program in Electron, and tells early when it cannot show a window.

import { type ChildProcess, spawn } from 'node:child_process'
import { explainComplaint } from './electron-complaints.ts'
import { projectFolder } from './run-node-tool.ts'

/** The line that src/main prints when its first window is on the screen. */
const readyLine = 'footing: window ready'
const windowLimitMs = 30_000
const killAfterMs = 5_000
const keptComplaint = 20_000

export type RunningElectron = {
  /** Why no window came; undefined once there is one. */
  started: Promise<string | undefined>
  /** How it ended; 1 where a signal ended it. */
  ended: Promise<number>
  stop: () => void
}

/** `wanted` is a notebook's folder or a link; without it what was open last comes back. */
export function runElectron(executable: string, wanted: readonly string[], environment: NodeJS.ProcessEnv = {}): RunningElectron {
  const env: NodeJS.ProcessEnv = { ...process.env, FOOTING_START: '1', ...environment }
  // Inherited from some editors and terminals, it would make Electron start as plain Node.
  delete env.ELECTRON_RUN_AS_NODE
  const child = spawn(executable, [projectFolder, ...wanted], { stdio: ['inherit', 'pipe', 'pipe'], env })
  const stop = () => void child.kill()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  const ended = new Promise<number>((resolve) => {
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
  void ended.then(() => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, stop)
  })
  return { started: watchStart(child), ended, stop }
}

/** Resolves only once it has ended where no window came: until then it may hold the notebook. */
function watchStart(child: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    let said = ''
    let complaint = ''
    let isReady = false
    let isTooLate = false
    const timer = setTimeout(() => {
      isTooLate = true
      child.kill()
      setTimeout(() => child.kill('SIGKILL'), killAfterMs).unref()
    }, windowLimitMs)
    child.stdout?.on('data', (data) => {
      if (isReady) return
      said += data
      if (!said.includes(readyLine)) return
      isReady = true
      clearTimeout(timer)
      resolve(undefined)
    })
    child.stderr?.on('data', (data) => {
      if (isReady) process.stderr.write(data)
      else complaint = (complaint + data).slice(-keptComplaint)
    })
    const fail = (code: number | null, signal: NodeJS.Signals | null, error = '') => {
      clearTimeout(timer)
      resolve(isTooLate ? `Electron showed no window within ${windowLimitMs / 1000} seconds` : explainComplaint(complaint + error, code, signal))
    }
    child.on('error', ({ message }) => fail(null, null, message))
    child.on('close', fail)
  })
}
