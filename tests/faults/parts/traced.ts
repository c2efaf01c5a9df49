// A `footing batch` under strace, which makes its calls fail or kills it at them.

import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { entry, type Finished, finished } from '../../cli/run-footing.ts'

export function hasStrace(): boolean {
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** libuv's calls in one thread, so that the k-th of them is the same in every run. */
const oneThread = { UV_THREADPOOL_SIZE: '1' }

/** `injection` as strace takes it after `-e inject=`. */
export function runTraced(words: readonly string[], injection: string, options: { input: string; env: NodeJS.ProcessEnv }): Promise<Finished> {
  const [calls = ''] = injection.split(':')
  const log = ['-o', '/dev/null']
  const child = spawn(
    'strace',
    ['-f', '--seccomp-bpf', '-qqq', ...log, '-e', `trace=${calls}`, '-e', `inject=${injection}`, process.execPath, entry, ...words],
    {
      env: { ...process.env, ...options.env, ...oneThread },
    },
  )
  child.stdin.on('error', () => {})
  child.stdin.end(options.input)
  return finished(child)
}

/** How many of `calls` the busiest thread makes: for each number up to it there is a call to strike at. */
export async function countCalls(
  words: readonly string[],
  calls: string,
  file: string,
  options: { input: string; env: NodeJS.ProcessEnv },
): Promise<number> {
  const child = spawn('strace', ['-f', '--seccomp-bpf', '-qqq', '-o', file, '-e', `trace=${calls}`, process.execPath, entry, ...words], {
    env: { ...process.env, ...options.env, ...oneThread },
  })
  child.stdin.end(options.input)
  await finished(child)
  const byThread = new Map<string, number>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [thread = '', what = ''] = line.trim().split(/\s+/, 2)
    if (/^\w+\(/.test(what)) byThread.set(thread, (byThread.get(thread) ?? 0) + 1)
  }
  return Math.max(0, ...byThread.values())
}
