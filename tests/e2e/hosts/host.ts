// What an end-to-end test does with a notebook, wherever its windows are: in a browser on this machine, or on the desktop.

import { type BrowserContext, expect, type Page } from '@playwright/test'
import { type Finished, jsonLines, runFooting } from '../../cli/run-footing.ts'

export type HostName = 'local host' | 'stand-in' | 'Electron'

export type DumpedRecord = { table: string; id: string; title?: string; body?: string } & { [field: string]: unknown }

/** How windows look, as Playwright's options say it. */
export type Look = {
  viewport: { width: number; height: number } | null
  colorScheme: 'light' | 'dark' | 'no-preference' | null
  reducedMotion: 'reduce' | 'no-preference' | null
  locale: string | undefined
  timezoneId: string | undefined
}

/** `text` reads the bytes as UTF-8. */
export type SavedFile = { name: string; bytes: Uint8Array; text: string }

export function savedFile(name: string, bytes: Buffer): SavedFile {
  return { name, bytes, text: bytes.toString('utf8') }
}

/** Called with every browser context before anything is shown in it, and with what the addresses of its own begin with. */
export type OnContext = (context: BrowserContext, isOwn: (address: string) => boolean) => void

export abstract class Host {
  readonly folder: string
  readonly #env: NodeJS.ProcessEnv

  constructor(folder: string, env: NodeJS.ProcessEnv) {
    this.folder = folder
    this.#env = env
  }

  get env(): NodeJS.ProcessEnv {
    return this.#env
  }

  /** Starts the program on the notebook, the first time or again. */
  abstract start(): Promise<void>
  /** As a person ends it: resolves when everything is written and the program is gone. */
  abstract stop(): Promise<void>
  /** As a power cut ends it: nothing is written any more. */
  abstract kill(): Promise<void>
  /** For the end of a test: whatever runs ends. */
  abstract close(): Promise<void>
  /** The window that the program opens by itself. */
  abstract firstWindow(): Promise<Page>
  /** One more window on the notebook. */
  abstract openWindow(): Promise<Page>
  /** What a window saves as a file while `action` runs: its name as it was proposed, and its text. */
  abstract savedFile(page: Page, action: () => Promise<void>): Promise<SavedFile>

  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  /** Runs `footing` beside the program. */
  cli(...words: string[]): Promise<Finished> {
    return runFooting(words, { env: this.#env })
  }

  /** The records that `footing dump` reads from the disk at this moment. */
  async dump(): Promise<DumpedRecord[]> {
    const { stdout, stderr } = await this.cli('dump', this.folder)
    if (stderr !== '') throw new Error(stderr)
    return jsonLines<DumpedRecord>(stdout)
  }
}

/** The window shows its notebook, and nothing waits to be saved. */
export async function expectOpen(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'Saved', exact: true })).toBeVisible()
}
