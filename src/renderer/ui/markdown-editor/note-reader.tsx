// A note as it reads: rendered Markdown in which citations lead to their passages and wikilinks to their insights.

import { type MouseEvent, useDeferredValue, useEffect, useMemo, useReducer } from 'react'
import { renderMarkdown } from '../../../core/markdown/render-markdown.ts'
import proseClasses from '../prose.module.css'
import { SafeHtml } from '../safe-html.tsx'
import { labelOf } from './link-label.ts'
import type { NoteLinks } from './note-links.ts'

type NoteReaderProps = { markdown: string; links: NoteLinks; lang?: string | undefined; label: string }

export function NoteReader({ markdown, links, lang, label }: NoteReaderProps) {
  const [version, heardAnswers] = useReducer((count: number) => count + 1, 0)
  useEffect(() => links.book.onChange(heardAnswers), [links])
  // Rendering a long note takes longer than a frame: what can be pressed stays pressable meanwhile.
  const shown = useDeferredValue(markdown)
  // biome-ignore lint/correctness/useExhaustiveDependencies: version says that the book has other answers
  const html = useMemo(
    () =>
      renderMarkdown(shown, {
        resolveCitation: (citekey, highlight) => {
          const item = highlight === undefined ? { citekey } : { citekey, highlight }
          const resolved = links.book.citation(item)
          // Until it is known, nothing is said to be missing.
          if (resolved === null) return undefined
          return { label: labelOf(item), title: resolved ? `${resolved.quote ? `“${resolved.quote}” – ` : ''}${resolved.sourceTitle}` : '' }
        },
        resolveWikilink: (title) => {
          const id = links.book.insight(title)
          return id === null ? undefined : (id ?? '')
        },
      }).html,
    [shown, links, version],
  )
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are links, and Enter on them is a click
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the clicks on its links
    <div onClick={(event) => followLink(event, links)}>
      <SafeHtml html={html} className={proseClasses.prose} lang={lang} role="article" aria-label={label} />
    </div>
  )
}

function followLink(event: MouseEvent, links: NoteLinks): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a') : null
  if (!link) return
  const { citekey, highlight, title } = link.dataset
  if (citekey !== undefined) {
    event.preventDefault()
    const resolved = links.book.citation(highlight === undefined ? { citekey } : { citekey, highlight: Number(highlight) })
    if (resolved) links.openCitation(resolved)
  } else if (title !== undefined && link.classList.contains('wikilink')) {
    event.preventDefault()
    const id = links.book.insight(title)
    if (id !== undefined) links.openInsight(title, id ?? undefined)
  } else if (link.getAttribute('href')?.startsWith('#')) {
    // The address of the window is its place in the notebook: a footnote scrolls without becoming one.
    event.preventDefault()
    const target = document.getElementById(link.getAttribute('href')?.slice(1) ?? '')
    target?.scrollIntoView({ block: 'center' })
    target?.setAttribute('tabindex', '-1')
    target?.focus({ preventScroll: true })
  }
}
