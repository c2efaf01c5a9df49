// What every end-to-end test begins with: a notebook in a temp folder, the program running on it, and its first window.

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, test as base, expect, type Page } from '@playwright/test'
import { runFooting } from '../cli/run-footing.ts'
import { DesktopHost } from './hosts/desktop-host.ts'
import type { DumpedRecord, Host, HostName, OnContext } from './hosts/host.ts'
import { LocalHost } from './hosts/local-host.ts'
import { expectTourSeen, markTourSeen } from './tour-seen.ts'
import { type Watcher, watchContexts } from './watch-contexts.ts'

export type { DumpedRecord, Page }
export { expect }
export type Notebook = Host

export type HostOptions = {
  /** Where the windows are: the project says. */
  hostName: HostName
}
type Options = {
  /** What lies in the notebook: the starter, or nothing. */
  content: 'starter' | 'nothing'
  /** Whether the tour through the starter still lies ahead. */
  isTourAhead: boolean
}
type WorkerFixtures = {
  templates: { starter: string; nothing: string; runtime: string }
  /** Started when the first test needs it: on the desktop none does. */
  browserOnce: () => Promise<Browser>
}
type Fixtures = Options &
  HostOptions & {
    watched: Watcher & { onContext: OnContext }
    notebook: Host
    /** For tests that live on one host, and say so by their tag. */
    localHost: LocalHost
    desktop: DesktopHost
    /** What a window may not do is noted here; `allow` is for what a test brings about itself, such as the host's end. */
    watcher: Watcher
    /** One more window on the notebook. */
    openWindow: () => Promise<Page>
  }

export const test = base.extend<Fixtures, WorkerFixtures>({
  hostName: ['local host', { option: true }],
  content: ['starter', { option: true }],
  isTourAhead: [false, { option: true }],

  templates: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures that are asked for from this pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'footing-e2e-'))
      const runtime = mkdtempSync(join(tmpdir(), 'footing-run-'))
      const templates = { starter: join(folder, 'starter'), nothing: join(folder, 'nothing'), runtime }
      for (const words of [
        ['new', templates.starter, '--starter'],
        ['new', templates.nothing, '--title', 'Empty notebook'],
      ]) {
        const { code, stderr } = await runFooting(words, { env: { XDG_RUNTIME_DIR: runtime } })
        if (code !== 0) throw new Error(stderr)
      }
      await use(templates)
      for (const path of [folder, runtime]) rmSync(path, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],

  browserOnce: [
    async ({ playwright }, use) => {
      let browser: Promise<Browser> | undefined
      await use(() => (browser ??= playwright.chromium.launch()))
      await (await browser)?.close()
    },
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: as above
  watched: async ({}, use) => {
    await use(watchContexts())
  },

  notebook: async (
    { templates, content, hostName, browserOnce, watched, isTourAhead, viewport, colorScheme, contextOptions, locale, timezoneId },
    use,
  ) => {
    const parent = mkdtempSync(join(tmpdir(), 'footing-e2e-'))
    const folder = join(parent, 'Notebook')
    cpSync(templates[content], folder, { recursive: true })
    const onContext: OnContext = (context, isOwn) => {
      watched.onContext(context, isOwn)
      if (!isTourAhead) void expectTourSeen(context, folder)
    }
    const shared = { folder, env: { XDG_RUNTIME_DIR: templates.runtime, FOOTING_CLIPPERS: join(templates.runtime, 'clippers') }, onContext }
    const look = { viewport, colorScheme, reducedMotion: contextOptions.reducedMotion ?? null, locale, timezoneId }
    const host =
      hostName === 'local host'
        ? new LocalHost({ ...shared, browser: browserOnce })
        : new DesktopHost({ ...shared, isStandIn: hostName === 'stand-in', look })
    await host.start()
    await use(host)
    await host.close()
    rmSync(parent, { recursive: true, force: true })
  },

  localHost: async ({ notebook }, use) => {
    if (!(notebook instanceof LocalHost)) throw new Error('this test is for the local host: its tag should keep it from others')
    await use(notebook)
  },

  desktop: async ({ notebook }, use) => {
    if (!(notebook instanceof DesktopHost)) throw new Error('this test is for the desktop: its tag should keep it from others')
    await use(notebook)
  },

  watcher: async ({ watched, notebook: _ }, use) => {
    await use(watched)
    expect(watched.problems, 'errors in the console, violations of the content policy, or requests to others').toEqual([])
  },

  page: async ({ notebook, isTourAhead, watcher: _ }, use) => {
    const page = await notebook.firstWindow()
    if (!isTourAhead) await markTourSeen(page, notebook.folder)
    await use(page)
  },

  openWindow: async ({ notebook, page: _ }, use) => {
    await use(() => notebook.openWindow())
  },
})
