// A notebook folder with a `footing serve` of its own, which tests stop, kill and start again at the same address.

import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { finished, linesOf, spawnFooting } from '../cli/run-footing.ts'

export class ServedNotebook {
  readonly folder: string
  readonly #env: NodeJS.ProcessEnv
  #child: ChildProcessWithoutNullStreams | undefined
  #url: URL | undefined

  constructor(folder: string, env: NodeJS.ProcessEnv) {
    this.folder = folder
    this.#env = env
  }

  /** The newest start link. */
  get url(): string {
    if (!this.#url) throw new Error('the notebook is not served')
    return this.#url.href
  }

  get origin(): string {
    if (!this.#url) throw new Error('the notebook is not served')
    return this.#url.origin
  }

  /** At a random port, or at the one that an earlier host had. */
  async start(): Promise<void> {
    const port = this.#url ? ['--port', this.#url.port] : []
    const child = spawnFooting(['serve', this.folder, '--no-open', '--json', ...port], { env: this.#env })
    this.#child = child
    const ended = finished(child)
    const line = await Promise.race([
      linesOf(child)(),
      ended.then(({ code, stderr }) => Promise.reject(new Error(`serve ended (${code}): ${stderr}`))),
    ])
    this.#url = new URL((JSON.parse(line ?? '{}') as { url: string }).url)
  }

  /** As Ctrl C does: resolves when the host has written everything and ended. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM')
  }

  /** As a power cut does: nothing is written any more. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const closed = once(child, 'close')
    child.kill(signal)
    await closed
  }
}
