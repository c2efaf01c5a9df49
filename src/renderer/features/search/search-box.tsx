// The search field of the top bar: searches as you type, a moment after the last key and never in the middle of a composition.

import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useAction } from '../../keys/actions.ts'
import { useAriaKeys } from '../../keys/aria-keys.ts'
import { strings } from '../../strings/strings.ts'
import { ActionKey } from '../../ui/key-hint.tsx'
import { focusFirstResult, focusSearchField, searchFieldProps } from './result-focus.ts'

const pauseMs = 150
/** What the contract takes: longer would be refused. */
const maxQueryLength = 500

export function SearchBox({ query, onSearch }: { query: string; onSearch: (text: string) => void }) {
  const [text, setText] = useState(query)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sent = useRef(query)
  const search = useRef(onSearch)
  search.current = onSearch
  useEffect(() => () => clearTimeout(timer.current), [])
  // Back and forward bring another query; our own coming back must not overwrite what was typed since.
  useEffect(() => {
    if (query === sent.current) return
    sent.current = query
    clearTimeout(timer.current)
    setText(query)
  }, [query])
  const searchKeys = useAriaKeys('search.focus')
  useAction({ id: 'search.focus', run: focusSearchField })

  const submit = (next: string) => {
    clearTimeout(timer.current)
    sent.current = next
    search.current(next)
  }
  const submitSoon = (next: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => submit(next), pauseMs)
  }
  const clear = () => {
    setText('')
    submit('')
    focusSearchField()
  }
  const handleKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'Enter') submit(text)
    else if (event.key === 'ArrowDown' && focusFirstResult()) event.preventDefault()
    else if (event.key === 'Escape') {
      event.preventDefault()
      if (text === '') event.currentTarget.blur()
      else clear()
    }
  }
  return (
    <search>
      <TextInput
        {...searchFieldProps}
        size="xs"
        aria-label={strings.search.label}
        aria-keyshortcuts={searchKeys}
        placeholder={strings.search.label}
        maxLength={maxQueryLength}
        spellCheck={false}
        autoComplete="off"
        leftSection={<IconSearch size={14} aria-hidden="true" />}
        rightSection={text === '' ? <ActionKey action="search.focus" /> : <CloseButton size="xs" aria-label={strings.search.clear} onClick={clear} />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          if (!(event.nativeEvent as InputEvent).isComposing) submitSoon(event.currentTarget.value)
        }}
        onCompositionStart={() => clearTimeout(timer.current)}
        onCompositionEnd={(event) => submitSoon(event.currentTarget.value)}
        onKeyDown={handleKey}
      />
    </search>
  )
}
