// `footing render`: Markdown to the same safe HTML that the window shows.

import { renderMarkdown } from '../../core/markdown/render-markdown.ts'
import { makeSanitiser, type SafeHtml, type UnsafeHtml } from '../../core/markdown/safe-html.ts'
import { exitCodes } from '../exit-codes.ts'
import { write, writeJsonLine } from '../output.ts'
import { readText } from '../read-text.ts'

export async function render(file: string | undefined, { json = false }: { json?: boolean }): Promise<number> {
  const markdown = await readText(file ?? '-')
  const { html, readingText } = renderMarkdown(markdown)
  const safe = (await loadSanitiser())(html)
  if (json) await writeJsonLine({ html: safe, readingText })
  else await write(safe.endsWith('\n') || safe === '' ? safe : `${safe}\n`)
  return exitCodes.done
}

/** jsdom takes 300 ms to load: no other command pays for it. */
async function loadSanitiser(): Promise<(html: UnsafeHtml) => SafeHtml> {
  const [{ JSDOM }, { default: createPurifier }] = await Promise.all([import('jsdom'), import('dompurify')])
  return makeSanitiser(new JSDOM('').window, (window) => createPurifier(window))
}
