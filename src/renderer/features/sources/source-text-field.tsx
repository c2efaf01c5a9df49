// The text of a new source as Markdown, with a preview of how it will be read. Formatted text that is pasted becomes Markdown.

import { SegmentedControl, Textarea } from '@mantine/core'
import { type ClipboardEvent, useDeferredValue, useMemo, useState } from 'react'
import { renderMarkdown } from '../../../core/markdown/render-markdown.ts'
import { strings } from '../../strings/strings.ts'
import { isFormatted } from '../../ui/incoming-text.ts'
import prose from '../../ui/prose.module.css'
import { SafeHtml } from '../../ui/safe-html.tsx'
import classes from './source-text-field.module.css'

type SourceTextFieldProps = {
  value: string
  error: string | undefined
  language: string
  /** The dialog begins here. */
  startsHere: boolean
  onChange: (markdown: string) => void
}

export function SourceTextField({ value, error, language, startsHere, onChange }: SourceTextFieldProps) {
  const [shown, setShown] = useState<'write' | 'preview'>('write')
  const paste = async (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const html = event.clipboardData.getData('text/html')
    if (!html || !isFormatted(html)) return
    event.preventDefault()
    const field = event.currentTarget
    const { htmlToMarkdown } = await import('../../ui/html-to-markdown.ts')
    const { markdown } = htmlToMarkdown(html)
    field.focus()
    // The only way in which the field's own undo takes it back.
    document.execCommand('insertText', false, markdown.trim())
  }
  return (
    <div className={classes.text}>
      <SegmentedControl
        size="xs"
        aria-label={strings.sources.text}
        value={shown}
        onChange={(choice) => setShown(choice as 'write' | 'preview')}
        data={[
          { value: 'write', label: strings.sources.write },
          { value: 'preview', label: strings.sources.preview },
        ]}
      />
      {shown === 'write' ? (
        <Textarea
          aria-label={strings.sources.text}
          placeholder={strings.sources.textHint}
          rows={10}
          data-autofocus={startsHere || undefined}
          lang={language || undefined}
          classNames={{ input: classes.markdown ?? '' }}
          value={value}
          error={error}
          onChange={(event) => onChange(event.currentTarget.value)}
          onPaste={(event) => void paste(event)}
        />
      ) : (
        <Preview markdown={value} language={language} />
      )}
    </div>
  )
}

function Preview({ markdown, language }: { markdown: string; language: string }) {
  const deferred = useDeferredValue(markdown)
  const html = useMemo(() => renderMarkdown(deferred).html, [deferred])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.preview} aria-label={strings.sources.preview} tabIndex={0}>
      <SafeHtml html={html} className={prose.prose} lang={language || undefined} />
    </section>
  )
}
