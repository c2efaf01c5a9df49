// Read the leaf blocks of shown HTML from a DOM, as the window does to paint highlights.

import DOMPurify from 'dompurify'
import { JSDOM } from 'jsdom'
import { makeSanitiser, type UnsafeHtml } from '../../../src/core/markdown/safe-html.ts'

const { window } = new JSDOM('')

const sanitise = makeSanitiser(window, DOMPurify)

export type LeafText = { start: number; text: string }

/** The document that a browser builds from the sanitised HTML. */
export function bodyOf(html: UnsafeHtml): HTMLElement {
  return new window.DOMParser().parseFromString(`<!doctype html><body>${sanitise(html)}`, 'text/html').body
}

/** Each leaf with the text of its own nodes: not of leaves inside it, and not of what is marked as no reading text. */
export function leafTexts(body: HTMLElement): LeafText[] {
  return [...body.querySelectorAll('[data-reading-start]')].map((leaf) => ({
    start: Number(leaf.getAttribute('data-reading-start')),
    text: ownText(leaf),
  }))
}

/** Text in the DOM that belongs to no leaf and is not marked: there must be none but line ends between blocks. */
export function strayText(body: HTMLElement): string {
  let stray = ''
  const walk = (node: Node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) stray += child.nodeValue
      else if (child.nodeType === 1 && !(child as Element).matches('[data-reading-start], [data-no-reading]')) walk(child)
    }
  }
  walk(body)
  return stray.trim()
}

function ownText(leaf: Node): string {
  let text = ''
  for (const child of leaf.childNodes) {
    if (child.nodeType === 3) text += child.nodeValue
    else if (child.nodeType === 1 && !(child as Element).matches('[data-reading-start], [data-no-reading]')) text += ownText(child)
  }
  return text
}
