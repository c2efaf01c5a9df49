#!/usr/bin/env node
// The `bin` of Footing, in JavaScript that old versions of Node can read: finds a Node that can run the rest, or says what to do.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { fileURLToPath } from 'node:url'

// Node 24 runs TypeScript as it stands and has node:sqlite and zstd.
const neededMajor = 24
const isEnough = Number(process.versions.node.split('.')[0]) >= neededMajor
const ownNode = fileURLToPath(
  new URL(process.platform === 'win32' ? './node_modules/node/bin/node.exe' : './node_modules/node/bin/node', import.meta.url),
)

if (isEnough) {
  // Here, and not in TypeScript: where all of that is cached, what strips its types (a tenth of a second) is never loaded.
  const packages = fileURLToPath(new URL('./node_modules/', import.meta.url))
  if (existsSync(packages)) nodeModule.enableCompileCache(`${packages}.cache/footing`)
  const { main } = await import('./src/cli/index.ts')
  await main(process.argv.slice(2))
} else if (existsSync(ownNode)) {
  runWith(ownNode, [fileURLToPath(import.meta.url), ...process.argv.slice(2)])
} else {
  process.stderr.write(
    `footing: Node ${neededMajor} or newer is needed, this is ${process.versions.node}: install it from https://nodejs.org, or run \`npm ci\` in Footing's folder, which brings one\n`,
  )
  process.exitCode = 2
}

/** Becomes the other Node where this one can (`execve`, Node 22.15), so that signals and kills reach it; else passes signals on. */
function runWith(node, words) {
  if (typeof process.execve === 'function' && process.platform !== 'win32') process.execve(node, [node, ...words], process.env)
  // The channel closes when this process dies, even by SIGKILL; FOOTING_PARENT tells the child to die with it.
  const child = spawn(node, words, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: { ...process.env, FOOTING_PARENT: String(process.pid) } })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`footing: ${node} cannot be started (${error.message}): run \`npm ci\` again\n`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal)
      process.kill(process.pid, signal)
    } else process.exitCode = code ?? 1
  })
}
