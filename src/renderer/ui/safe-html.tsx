// Rendered Markdown in the page: the one place that sets HTML, after the sanitiser.

import { type HTMLAttributes, type Ref, useMemo } from 'react'
import type { UnsafeHtml } from '../../core/markdown/safe-html.ts'
import { sanitise } from './sanitise.ts'

export type SafeHtmlProps = Omit<HTMLAttributes<HTMLDivElement>, 'children' | 'dangerouslySetInnerHTML'> & {
  html: UnsafeHtml
  ref?: Ref<HTMLDivElement>
}

/** Give it `prose.prose` of ui/prose.module.css as its class, and the language of the text as `lang`. */
export function SafeHtml({ html, ...attributes }: SafeHtmlProps) {
  // Kept as one object, so that React leaves the text (and with it selection and painted highlights) alone while the HTML stays the same.
  const content = useMemo(() => ({ __html: sanitise(html) }), [html])
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the sanitiser above is what makes it safe
  return <div {...attributes} dangerouslySetInnerHTML={content} />
}
