// What every end-to-end test begins with: a notebook in a temp folder, served by the real `footing serve`, and a page that opened its start link.

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { type Finished, jsonLines, runFooting } from '../cli/run-footing.ts'
import { ServedNotebook } from './served-notebook.ts'
import { type Watcher, watchContext } from './watch-context.ts'

export type { Page }
export { expect }

export type Notebook = ServedNotebook & {
  /** Runs `footing` with the same runtime folder, beside the host. */
  cli: (...words: string[]) => Promise<Finished>
  /** The records that `footing dump` reads from the disk at this moment. */
  dump: () => Promise<DumpedRecord[]>
}
export type DumpedRecord = { table: string; id: string; title?: string; body?: string } & { [field: string]: unknown }

type Options = {
  /** What lies in the notebook: the starter, or nothing. */
  content: 'starter' | 'nothing'
}
type WorkerFixtures = { templates: { starter: string; nothing: string; runtime: string } }
type Fixtures = Options & {
  notebook: Notebook
  /** What a window may not do is noted here; `allow` is for what a test brings about itself, such as the host's end. */
  watcher: Watcher
  /** One more window on the notebook, in the same browser. */
  openWindow: () => Promise<Page>
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  content: ['starter', { option: true }],

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

  notebook: async ({ templates, content }, use) => {
    const parent = mkdtempSync(join(tmpdir(), 'footing-e2e-'))
    const folder = join(parent, 'Notebook')
    cpSync(templates[content], folder, { recursive: true })
    const env = { XDG_RUNTIME_DIR: templates.runtime }
    const served = new ServedNotebook(folder, env)
    await served.start()
    const cli = (...words: string[]) => runFooting(words, { env })
    const dump = async () => {
      const { stdout, stderr } = await cli('dump', folder)
      if (stderr !== '') throw new Error(stderr)
      return jsonLines<DumpedRecord>(stdout)
    }
    await use(Object.assign(served, { cli, dump }))
    await served.stop()
    rmSync(parent, { recursive: true, force: true })
  },

  watcher: async ({ context, notebook }, use) => {
    const watcher = watchContext(context, notebook.origin)
    await use(watcher)
    expect(watcher.problems, 'errors in the console, violations of the content policy, or requests to others').toEqual([])
  },

  page: async ({ page, notebook, watcher: _ }, use) => {
    await page.goto(notebook.url)
    await expectOpen(page)
    await use(page)
  },

  openWindow: async ({ context, notebook, page: _ }, use) => {
    await use(() => openAnother(context, notebook.origin))
  },
})

async function openAnother(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(origin)
  await expectOpen(page)
  return page
}

/** The window shows its notebook, and nothing waits to be saved. */
async function expectOpen(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'Saved', exact: true })).toBeVisible()
}
