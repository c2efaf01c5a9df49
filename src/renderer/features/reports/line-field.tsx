// A text of one logical line that wraps where it is long: titles and headings. Line breaks become spaces; Enter and Escape leave it.

import { Textarea } from '@mantine/core'
import type { Ref } from 'react'
import type { TextDraft } from './use-text-draft.ts'

type LineFieldProps = {
  draft: TextDraft
  label: string
  placeholder: string
  className: string | undefined
  onDone?: (() => void) | undefined
  ref?: Ref<HTMLTextAreaElement>
}

/** What the schema takes. */
const maxLength = 2_000

export function LineField({ draft, label, placeholder, className, onDone, ref }: LineFieldProps) {
  return (
    <Textarea
      ref={ref}
      data-line
      autosize
      minRows={1}
      variant="unstyled"
      classNames={{ input: className ?? '' }}
      aria-label={label}
      placeholder={placeholder}
      maxLength={maxLength}
      value={draft.text}
      onChange={(event) => draft.edit(event.currentTarget.value.replace(/[\r\n]+/g, ' '))}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
        event.preventDefault()
        if (onDone) onDone()
        else event.currentTarget.blur()
      }}
      onBlur={draft.flush}
      onCompositionStart={() => draft.compose(true)}
      onCompositionEnd={() => draft.compose(false)}
    />
  )
}
