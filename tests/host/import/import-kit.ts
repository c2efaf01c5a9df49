// A real notebook and a folder of files to import into it, by the real worker.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { type ImportOptions, importFiles } from '../../../src/host/import/import-files.ts'
import type { ImportOutcome } from '../../../src/host/import/import-outcome.ts'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import { workerUrl } from '../../../src/host/worker-url.ts'

export async function makeImportKit() {
  const work = mkdtempSync(join(tmpdir(), 'footing-import-'))
  const folder = join(work, 'in')
  mkdirSync(folder)
  const notebook = await openNotebook(join(work, 'notebook'), { create: { title: 'T' } })
  const target = {
    folder: notebook.folder,
    run: (command: string, input: unknown) => notebook.run('tester', command, input),
    view: notebook.view,
    readText: notebook.readText,
  }
  const run = async (paths: readonly string[] = [folder], options: Partial<ImportOptions> = {}): Promise<ImportOutcome[]> =>
    Array.fromAsync(importFiles(target, paths, { workerUrl, ...options }))
  return {
    work,
    folder,
    notebook,
    target,
    file: (path: string, content: string | Uint8Array): string => {
      const whole = join(folder, path)
      mkdirSync(dirname(whole), { recursive: true })
      writeFileSync(whole, content)
      return whole
    },
    run,
    /** Path, what became of it, and its title or why not. */
    brief: async (...given: Parameters<typeof run>): Promise<[path: string, outcome: string, words: string][]> =>
      (await run(...given)).map((each) => [relative(folder, each.path), each.outcome, 'title' in each ? each.title : each.reason]),
    sources: () => [...notebook.view.heads('sources')],
    insights: () => [...notebook.view.heads('insights')],
    insight: (title: string) => {
      const head = [...notebook.view.heads('insights')].find((each) => each.title === title)
      return head && notebook.view.get('insights', head.id)
    },
    textOf: async (title: string): Promise<string | undefined> => {
      const source = [...notebook.view.heads('sources')].find((each) => each.title === title)
      return source && (await notebook.readText(source.revisions.at(-1)?.text as `text:${string}`))?.markdown
    },
    close: async () => {
      await notebook.close()
      rmSync(work, { recursive: true })
    },
  }
}

export type ImportKit = Awaited<ReturnType<typeof makeImportKit>>

/** One pixel, told apart by its last bytes. */
export function picture(mark = ''): Uint8Array {
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  return Buffer.concat([Buffer.from(png, 'base64'), Buffer.from(mark)])
}
