// A web page, or a piece of one from the clipboard, as Markdown. Loaded only when HTML comes in.

import TurndownService from 'turndown'
import { gfm } from 'turndown-plugin-gfm'
import { type PageDocument, type ReadPage, readPage, turndownMarks, turndownOptions } from '../../core/import/read-page.ts'
import { parseInertly } from './sanitise.ts'

/** Never runs or fetches anything: the page is parsed without a window. Throws only on bugs; any string is some page. */
export function htmlToMarkdown(html: string): ReadPage {
  return readPage(html, parseInertly(html) as unknown as PageDocument, (root) => makeTurndown().turndown(root as unknown as HTMLElement))
}

function makeTurndown(): TurndownService {
  const turndown = new TurndownService(turndownOptions)
  turndown.use(gfm)
  for (const { name, elements, mark } of turndownMarks) {
    turndown.addRule(name, { filter: [...elements], replacement: (content) => (content.trim() === '' ? content : `${mark}${content}${mark}`) })
  }
  return turndown
}
