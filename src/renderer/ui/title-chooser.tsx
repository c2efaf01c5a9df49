// Choosing one insight or report by its title: a field that narrows a list below it, for dialogs.

import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { RecordId } from '../../core/records/record-id.ts'
import { useWatch } from '../notebook/use-watch.ts'
import classes from './choosing-dialog.module.css'
import { VirtualList } from './virtual-list.tsx'

type Query = 'insights' | 'reports'
type Titled<Name extends Query> = { id: RecordId<Name extends 'insights' ? 'insight' : 'report'>; title: string }

type TitleChooserProps<Name extends Query> = {
  query: Name
  filter: string
  onFilter: (filter: string) => void
  /** What the field asks for, what the list is called, what an empty title reads as, and what is said where nothing matches. */
  words: { find: string; list: string; untitled: string; none: string }
  /** Whether an empty notebook is told of as well as a filter that finds nothing. */
  saysEmpty?: boolean
  onChoose: (chosen: Titled<Name>) => void
}

export function TitleChooser<Name extends Query>({ query, filter, onFilter, words, saysEmpty = false, onChoose }: TitleChooserProps<Name>) {
  const [page, setPage] = useState({ start: 0, count: 200 })
  const { rows, total, start, isLoading } = useWatch<Query>(query, { filter }, page.start, page.count)
  return (
    <>
      <TextInput
        data-autofocus
        aria-label={words.find}
        placeholder={words.find}
        value={filter}
        maxLength={500}
        onChange={(event) => onFilter(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.key !== 'ArrowDown') return
          event.preventDefault()
          event.currentTarget.closest('[role=dialog]')?.querySelector<HTMLElement>('[role=listbox]')?.focus()
        }}
      />
      <div className={classes.list}>
        <VirtualList
          label={words.list}
          total={total}
          start={start}
          rows={rows}
          estimateHeight={34}
          onRange={(from, count) => setPage({ start: from, count })}
          onSelect={(row) => onChoose(row as Titled<Name>)}
          renderRow={(row) => <span className={classes.row}>{row.title || words.untitled}</span>}
        />
        {!isLoading && total === 0 && (saysEmpty || filter !== '') && <p className={classes.none}>{words.none}</p>}
      </div>
    </>
  )
}
