// The sentences of the search, in English.

export const enSearch = {
  search: 'Search',
  placeholder: 'Search notes and sources',
} as const
