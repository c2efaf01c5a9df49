// The search field of the top bar: searches as you type.

import { TextInput } from '@mantine/core'
import { enSearch } from '../../strings/en-search.ts'

export function SearchBox({ query, onSearch }: { query: string; onSearch: (text: string) => void }) {
  return (
    <TextInput
      type="search"
      aria-label={enSearch.placeholder}
      placeholder={enSearch.placeholder}
      defaultValue={query}
      onChange={(event) => onSearch(event.currentTarget.value)}
    />
  )
}
