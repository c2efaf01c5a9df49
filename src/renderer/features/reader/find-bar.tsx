// The bar above a text in which something is looked for.

import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { strings } from '../../strings/strings.ts'
import classes from './find-bar.module.css'
import type { FindInText } from './use-find.ts'

export function FindBar({ find }: { find: FindInText }) {
  const field = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again while it is open, the field takes the focus again
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [find.asked])
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') find.close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search className={classes.bar}>
      <input
        ref={field}
        type="text"
        className={classes.field}
        aria-label={strings.reader.findLabel}
        placeholder={strings.reader.findLabel}
        value={find.query}
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => find.search(event.target.value)}
        onKeyDown={handleKey}
      />
      <output className={classes.count}>
        {find.query.trim() === ''
          ? ''
          : find.count === 0
            ? find.isSearching
              ? strings.reader.finding
              : strings.reader.noneFound
            : strings.reader.foundOf(find.current + 1, find.count, find.isSearching)}
      </output>
      <ActionIcon variant="subtle" color="gray" aria-label={strings.reader.findPrevious} disabled={find.count === 0} onClick={() => find.step(-1)}>
        <IconChevronUp size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={strings.reader.findNext} disabled={find.count === 0} onClick={() => find.step(1)}>
        <IconChevronDown size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={strings.reader.closeFind} onClick={find.close}>
        <IconX size={15} />
      </ActionIcon>
    </search>
  )
}
