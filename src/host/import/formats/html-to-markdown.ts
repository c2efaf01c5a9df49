// A clipped page as Markdown: parsed by jsdom, which runs and fetches nothing, and held to the allow-list of windows before it is written down.

/// <reference path="./turndown-plugin-gfm.d.ts" />
import createPurifier from 'dompurify'
import { JSDOM } from 'jsdom'
import TurndownService from 'turndown'
import { gfm } from 'turndown-plugin-gfm'
import { type PageDocument, type ReadPage, readPage, turndownMarks, turndownOptions } from '../../../core/import/read-page.ts'
import { makeSanitiser, type UnsafeHtml } from '../../../core/markdown/safe-html.ts'

const { window } = new JSDOM('')

/** Without a window of its own: it runs and fetches nothing. */
export function parseHtml(html: string): Document {
  return new window.DOMParser().parseFromString(html, 'text/html')
}

const sanitise = makeSanitiser(window, (given) => createPurifier(given))

/** The same Markdown as a window makes of the same HTML, where the allow-list leaves it alone. Takes as long as the HTML asks for: run it in a worker. */
export function htmlToMarkdown(html: string, { keepsRuby = false } = {}): ReadPage {
  const page = parseHtml(html)
  return readPage(html, page as unknown as PageDocument, (root) => {
    const safe = sanitise((root as unknown as { innerHTML: string }).innerHTML as UnsafeHtml)
    const clean = parseHtml(`<!doctype html><body>${safe}`)
    const turndown = makeTurndown()
    // What the renderer shows above its characters, and leaves out of quotes.
    if (keepsRuby) turndown.keep(['ruby'])
    return turndown.turndown(clean.body as never)
  })
}

function makeTurndown(): TurndownService {
  const turndown = new TurndownService(turndownOptions)
  turndown.use(gfm)
  for (const { name, elements, mark } of turndownMarks) {
    turndown.addRule(name, {
      filter: [...elements] as never[],
      replacement: (content) => (content.trim() === '' ? content : `${mark}${content}${mark}`),
    })
  }
  return turndown
}
