// `footing render`: Markdown to the same safe HTML that the window shows.

import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { decodeText } from '../../core/import/decode-text.ts'
import { renderMarkdown } from '../../core/markdown/render-markdown.ts'
import { makeSanitiser, type SafeHtml, type UnsafeHtml } from '../../core/markdown/safe-html.ts'
import { readProblem } from '../../host/import/list-files.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { write, writeJsonLine } from '../output.ts'

export async function render(file: string | undefined, { json = false }: { json?: boolean }): Promise<number> {
  const markdown = await readMarkdown(file ?? '-')
  const { html, readingText } = renderMarkdown(markdown)
  const safe = (await loadSanitiser())(html)
  if (json) await writeJsonLine({ html: safe, readingText })
  else await write(safe.endsWith('\n') || safe === '' ? safe : `${safe}\n`)
  return exitCodes.done
}

async function readMarkdown(file: string): Promise<string> {
  let bytes: Buffer
  try {
    bytes = file === '-' ? await buffer(process.stdin) : await readFile(file)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'EISDIR' ? 'is a folder' : readProblem(error)
    throw new CommandFailure(`${file}: ${reason}`)
  }
  const decoded = decodeText(bytes)
  if (!decoded.ok) throw new CommandFailure(`${file === '-' ? 'stdin' : file}: ${decoded.reason}`, exitCodes.problems)
  return decoded.text
}

/** jsdom takes 300 ms to load: no other command pays for it. */
async function loadSanitiser(): Promise<(html: UnsafeHtml) => SafeHtml> {
  const [{ JSDOM }, { default: createPurifier }] = await Promise.all([import('jsdom'), import('dompurify')])
  return makeSanitiser(new JSDOM('').window, (window) => createPurifier(window))
}
