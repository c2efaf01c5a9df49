// Compare HTML as the specifications' own test runner does: white space between blocks, order of attributes and ways of escaping do not count.

import { JSDOM } from 'jsdom'

const { window } = new JSDOM('')
const BLOCKS = /[ ]?(<\/?(?:p|div|ul|ol|li|blockquote|h[1-6]|hr|pre|table|thead|tbody|tr|td|th)\b[^>]*>)[ ]?/g

/** The tree that a browser builds from `html`, written in one canonical way. */
export function normaliseHtml(html: string): string {
  const root = window.document.createElement('div')
  root.innerHTML = html
  return write(root, false).replaceAll(BLOCKS, '$1').trim()
}

function write(parent: Node, isPreformatted: boolean): string {
  let out = ''
  for (const node of parent.childNodes) {
    if (node.nodeType === window.Node.TEXT_NODE) out += isPreformatted ? node.nodeValue : node.nodeValue!.replaceAll(/\s+/g, ' ')
    else if (node.nodeType === window.Node.ELEMENT_NODE) out += writeElement(node as Element, isPreformatted)
    else out += `<!--${node.nodeValue}-->`
  }
  return out
}

function writeElement(element: Element, isPreformatted: boolean): string {
  const tag = element.tagName.toLowerCase()
  const attributes = [...element.attributes].map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).sort()
  return `<${tag}${attributes.join('')}>${write(element, isPreformatted || tag === 'pre' || tag === 'textarea')}</${tag}>`
}
