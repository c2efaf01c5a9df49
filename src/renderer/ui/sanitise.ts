// The two ways in which foreign HTML enters the page: sanitised to be shown, or parsed inertly to be read and turned into Markdown.

import createPurifier from 'dompurify'
import { makeTrustedSanitiser, type PurifierFactory, type UnsafeHtml } from '../../core/markdown/safe-html.ts'
import { policyFactory, type TrustedHTML } from './trusted-types.ts'

let sanitiser: ((html: UnsafeHtml) => unknown) | undefined

/**
 * HTML with nothing outside the allow-list, as the browser's TrustedHTML (a string where it knows none). React passes it on as it is, so its
 * type is the string that React's own types ask for. One sanitiser serves the page: DOMPurify can make its policy only once.
 */
export function sanitise(html: UnsafeHtml): string {
  sanitiser ??= makeTrustedSanitiser(window, createPurifier as unknown as PurifierFactory<Window>)
  return sanitiser(html) as string
}

let inertPolicy: { createHTML: (text: string) => TrustedHTML | string } | undefined

/** A document without a window: its scripts never run and its images are never fetched. Only read from it, never put its nodes into the page. */
export function parseInertly(html: string): Document {
  inertPolicy ??= policyFactory?.createPolicy('footing', { createHTML: (text: string) => text }) ?? { createHTML: (text: string) => text }
  return new DOMParser().parseFromString(inertPolicy.createHTML(html) as string, 'text/html')
}
