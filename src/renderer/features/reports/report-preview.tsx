// What the report exports, as it will be: the same Markdown that the file gets, rendered; above it, in words, what does not hold.

import { type KeyboardEvent, type MouseEvent, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { QuestionAnswers } from '../../../core/contract/questions.ts'
import { renderMarkdown } from '../../../core/markdown/render-markdown.ts'
import { strings } from '../../strings/strings.ts'
import prose from '../../ui/prose.module.css'
import { SafeHtml } from '../../ui/safe-html.tsx'
import { findReference } from './find-references.ts'
import classes from './preview.module.css'
import type { OpenReference } from './use-open-reference.ts'

type ReportPreviewProps = {
  exported: QuestionAnswers['export.markdown']
  /** As SVG, by the files under which the text has them. */
  charts: ReadonlyMap<string, string>
  onOpenReference: OpenReference
}

export function ReportPreview({ exported, charts, onOpenReference }: ReportPreviewProps) {
  // Rendering a long report takes a while: typing goes first.
  const markdown = useDeferredValue(exported.markdown)
  const { html, frontMatter } = useMemo(() => renderMarkdown(markdown), [markdown])
  const page = useRef<HTMLDivElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the marks belong to this HTML and go with it
  useEffect(() => markPassageLinks(page.current), [html])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same
  useLayoutEffect(() => separateReferences(page.current), [html])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same
  useLayoutEffect(() => showCharts(page.current, charts), [html, charts])

  const follow = (event: MouseEvent<HTMLElement> | KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    const reference = findReference(target.closest<HTMLElement>(`[${passageMark}]`)?.getAttribute(passageMark) ?? '')
    if (reference) return void onOpenReference(reference)
    const link = target.closest('a')
    if (!link) return
    const address = link.getAttribute('href') ?? ''
    // The page's own address says which report is open: a jump within the preview must not change it.
    event.preventDefault()
    if (address.startsWith('#')) jumpTo(page.current, decodeURIComponent(address.slice(1)))
    else window.open(address, '_blank', 'noopener,noreferrer')
  }
  return (
    <>
      {frontMatter !== null && (
        <details className={classes.frontMatter}>
          <summary>{strings.reports.frontMatter}</summary>
          <pre>{frontMatter}</pre>
        </details>
      )}
      <SafeHtml
        ref={page}
        html={html}
        className={`${prose.prose} ${classes.page}`}
        onClick={follow}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && (event.target as HTMLElement).hasAttribute(passageMark)) follow(event)
        }}
      />
    </>
  )
}

const passageMark = 'data-passage'

/** Footnotes end with `citekey#h7` or `figure:…` as code: it leads to the passage. */
function markPassageLinks(page: HTMLElement | null): void {
  for (const code of page?.querySelectorAll<HTMLElement>('.footnotes code') ?? []) {
    const text = code.textContent ?? ''
    if (!findReference(text)) continue
    code.setAttribute(passageMark, text)
    code.setAttribute('role', 'link')
    code.setAttribute('tabindex', '0')
    code.setAttribute('title', strings.reports.openPassage)
    code.setAttribute('aria-label', `${strings.reports.openPassage}: ${text}`)
  }
}

/** Two footnotes of one place, 1 and 2, must not read as 12. */
function separateReferences(page: HTMLElement | null): void {
  for (const reference of page?.querySelectorAll<HTMLElement>('sup') ?? []) {
    if (reference.previousSibling instanceof HTMLElement && reference.previousSibling.tagName === 'SUP') reference.dataset.follows = ''
  }
}

/** The sanitiser lets no SVG through: these are the host's own, and a picture runs nothing. */
function showCharts(page: HTMLElement | null, charts: ReadonlyMap<string, string>): void {
  for (const place of page?.querySelectorAll<HTMLElement>('.image-not-loaded') ?? []) {
    const svg = charts.get(place.title)
    if (svg === undefined) continue
    const picture = document.createElement('img')
    picture.className = classes.chart ?? ''
    picture.alt = place.textContent ?? ''
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
    place.replaceWith(picture)
  }
}

function jumpTo(page: HTMLElement | null, id: string): void {
  const target = page?.querySelector<HTMLElement>(`#${CSS.escape(id)}`)
  if (!target) return
  target.scrollIntoView({ block: 'center' })
  if (target.tabIndex < 0) target.tabIndex = -1
  target.focus({ preventScroll: true })
}
