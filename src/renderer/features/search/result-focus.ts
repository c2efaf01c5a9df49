// The way between the search field in the top bar and the places found below it.

const fieldId = 'search-field'
const resultsId = 'search-results'

export const searchFieldProps = { id: fieldId }
export const searchResultsProps = { id: resultsId }

export function focusSearchField(): void {
  const field = document.getElementById(fieldId)
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  field.select()
}

/** Returns false where nothing is shown to go to. */
export function focusFirstResult(): boolean {
  const first = document.querySelector<HTMLElement>(`#${resultsId} [data-row]`)
  first?.focus()
  return first !== null
}
