// A field that names something of the notebook, or something new: what is known stands below it, and arrows go through it (the ARIA combobox).

import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import classes from './name-chooser.module.css'

/** Without an id it is to be made. */
export type Choice<Id extends string> = { id?: Id; name: string; detail?: string }

type NameChooserProps<Id extends string> = {
  label: string
  placeholder: string
  chosen: Choice<Id> | undefined
  onChoose: (choice: Choice<Id> | undefined) => void
  /** What is offered: suggestions while nothing was typed, then what matches. */
  options: readonly Choice<Id>[]
  /** What was typed; '' while nothing was. */
  onTyped: (typed: string) => void
  /** How the row reads that makes something new; without it nothing new can be named. */
  newName?: (name: string) => string
  autoFocus?: boolean
  /** A word below the field. */
  note?: string | undefined
}

export function NameChooser<Id extends string>(props: NameChooserProps<Id>) {
  const { label, placeholder, chosen, onChoose, options, onTyped, newName, autoFocus = false, note } = props
  const [typed, setTyped] = useState<string>()
  const [isOpen, setIsOpen] = useState(false)
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const wanted = typed?.trim() ?? ''
  const isKnown = options.some(({ name }) => sameName(name, wanted))
  const rows: readonly Choice<Id>[] = newName && wanted !== '' && !isKnown ? [...options, { name: wanted }] : options
  const active = chosen ? rows.findIndex((row) => (chosen.id ? row.id === chosen.id : row.id === undefined && row.name === chosen.name)) : -1

  const type = (text: string) => {
    setTyped(text)
    onTyped(text.trim())
    setIsOpen(true)
    const name = text.trim()
    const known = options.find((option) => sameName(option.name, name))
    onChoose(name === '' ? undefined : (known ?? (newName ? { name } : undefined)))
  }
  const choose = (row: Choice<Id> | undefined) => {
    setTyped(undefined)
    onChoose(row)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0 && rows.length > 0) {
      event.preventDefault()
      setIsOpen(true)
      const row = rows[(active + by + rows.length) % rows.length] ?? rows[0]
      // What was typed goes on narrowing the list while it is gone through.
      onChoose(row)
      list.current?.children[rows.indexOf(row as Choice<Id>)]?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Escape' && isOpen && typed !== undefined) {
      event.stopPropagation()
      setIsOpen(false)
    }
  }
  const isShown = isOpen && rows.length > 0
  return (
    <div className={classes.chooser}>
      <TextInput
        label={label}
        placeholder={placeholder}
        size="xs"
        role="combobox"
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isShown && active >= 0 ? `${listId}-${active}` : undefined}
        data-autofocus={autoFocus || undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        value={chosen && (typed === undefined || !sameName(typed, chosen.name)) ? chosen.name : (typed ?? '')}
        onChange={(event) => type(event.currentTarget.value)}
        onFocus={(event) => {
          event.currentTarget.select()
          setIsOpen(true)
        }}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKeyDown}
      />
      {note && <p className={classes.note}>{note}</p>}
      <div ref={list} id={listId} role="listbox" aria-label={label} className={classes.list} hidden={!isShown}>
        {isShown &&
          rows.map((row, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and handles the keys of its options
            // biome-ignore lint/a11y/useFocusableInteractive: options are named by aria-activedescendant
            <div
              key={row.id ?? 'new'}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              className={classes.option}
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                choose(row)
                setIsOpen(false)
              }}
            >
              <span className={classes.name}>{row.id === undefined && newName ? newName(row.name) : row.name}</span>
              {row.detail && <span className={classes.detail}>{row.detail}</span>}
            </div>
          ))}
      </div>
    </div>
  )
}

function sameName(one: string, other: string): boolean {
  const key = (name: string) => name.normalize('NFKC').trim().toLowerCase()
  return key(one) === key(other)
}
