// `footing serve` and a browser: the notebook on this machine's own address, which tests stop, kill and start again at the same one.

import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { finished, linesOf, spawnFooting } from '../../cli/run-footing.ts'
import { expectOpen, Host, type OnContext, type SavedFile, savedFile } from './host.ts'

type Setting = { folder: string; env: NodeJS.ProcessEnv; browser: () => Promise<Browser>; onContext: OnContext }

export class LocalHost extends Host {
  readonly #browser: () => Promise<Browser>
  readonly #onContext: OnContext
  #child: ChildProcessWithoutNullStreams | undefined
  #url: URL | undefined
  #context: BrowserContext | undefined

  constructor({ folder, env, browser, onContext }: Setting) {
    super(folder, env)
    this.#browser = browser
    this.#onContext = onContext
  }

  /** The newest start link. */
  get url(): string {
    if (!this.#url) throw new Error('the notebook is not served')
    return this.#url.href
  }

  get origin(): string {
    return new URL(this.url).origin
  }

  /** At a random port, or at the one that an earlier start had. */
  async start(): Promise<void> {
    const port = this.#url ? ['--port', this.#url.port] : []
    const child = spawnFooting(['serve', this.folder, '--no-open', '--json', ...port], { env: this.env })
    this.#child = child
    const ended = finished(child)
    const line = await Promise.race([
      linesOf(child)(),
      ended.then(({ code, stderr }) => Promise.reject(new Error(`serve ended (${code}): ${stderr}`))),
    ])
    this.#url = new URL((JSON.parse(line ?? '{}') as { url: string }).url)
    if (this.#context) return
    this.#context = await (await this.#browser()).newContext()
    const { origin } = this
    this.#onContext(this.#context, (address) => address.replace(/^ws/, 'http').startsWith(`${origin}/`))
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM')
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  async firstWindow(): Promise<Page> {
    return await this.#openAt(this.url)
  }

  async openWindow(): Promise<Page> {
    return await this.#openAt(this.origin)
  }

  /** By the browser's own download. */
  async savedFile(page: Page, action: () => Promise<void>): Promise<SavedFile> {
    const [download] = await Promise.all([page.waitForEvent('download'), action()])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    return savedFile(download.suggestedFilename(), Buffer.concat(chunks))
  }

  async close(): Promise<void> {
    await this.#context?.close()
    await this.stop()
  }

  async #openAt(address: string): Promise<Page> {
    if (!this.#context) throw new Error('the notebook is not served')
    const page = await openBrowserWindow(this.#context)
    await page.goto(address)
    await expectOpen(page)
    return page
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

/** A window of its own: what `newPage` opens beside another page is a tab that hides that one, and a hidden page is drawn once a second. */
async function openBrowserWindow(context: BrowserContext): Promise<Page> {
  const beside = context.pages().at(0)
  const browser = context.browser()
  if (!beside || !browser) return context.newPage()
  const session = await context.newCDPSession(beside)
  const { targetInfo } = await session.send('Target.getTargetInfo')
  await session.detach()
  const { browserContextId } = targetInfo
  if (browserContextId === undefined) throw new Error('the browser does not say which context a page is of')
  const devTools = await browser.newBrowserCDPSession()
  const [page] = await Promise.all([
    context.waitForEvent('page'),
    devTools.send('Target.createTarget', { url: 'about:blank', newWindow: true, browserContextId }),
  ])
  await devTools.detach()
  return page
}
