// What stands behind `npm start` and `npm run dev` on the command line.

import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultNotebookFolder } from '../src/host/default-notebook.ts'

export type StartWords = {
  /** The folder or the `footing://` link that was named, for Electron; nothing where what was open last shall come back. */
  wanted: readonly string[]
  /** The folder for the browser, which shows one notebook. */
  folder: string
  browser: boolean
  serveOptions: readonly string[]
}

/** Ends the program where the words are wrong. */
export function readStartWords(): StartWords {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { browser: { type: 'boolean', default: false }, 'no-open': { type: 'boolean', default: false }, port: { type: 'string' } },
    })
    const [named] = positionals
    const isLink = named?.toLowerCase().startsWith('footing:') === true
    const folder = named === undefined || isLink ? undefined : resolve(typedIn(), named)
    return {
      wanted: folder !== undefined ? [folder] : named !== undefined ? [named] : [],
      folder: folder ?? defaultNotebookFolder(),
      browser: values.browser,
      serveOptions: [...(values.port ? ['--port', values.port] : []), ...(values['no-open'] ? ['--no-open'] : [])],
    }
  } catch (error) {
    console.error(`${(error as Error).message}\nnpm start -- [FOLDER] [--browser] [--port N] [--no-open]`)
    process.exit(2)
  }
}

/** npm runs its scripts in the project's folder, and tells where it was called. */
function typedIn(): string {
  const isOurs = process.env.npm_lifecycle_event === 'start' || process.env.npm_lifecycle_event === 'dev'
  return (isOurs && process.env.INIT_CWD) || process.cwd()
}
