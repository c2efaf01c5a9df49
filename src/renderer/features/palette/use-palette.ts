// The palette's state: what is typed, what is listed for it, which row is chosen, and the keys that move there.

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { ActionId } from '../../keys/catalogue.ts'
import { useCounts } from '../../notebook/use-counts.ts'
import { type PaletteGroup, type PaletteQuery, type PaletteRow, type PaletteScope, paletteGroups, readQuery } from './palette-rows.ts'
import { useRecent } from './recent.ts'
import { useFoundThings } from './use-found-things.ts'

type PaletteOptions = { commands: readonly ActionId[]; onChoose: (row: PaletteRow, beside: boolean) => void }

export type PaletteState = {
  typed: string
  query: PaletteQuery
  groups: readonly PaletteGroup[]
  rows: readonly PaletteRow[]
  /** The key of the row that Enter takes. */
  selected: string | undefined
  /** What the notebook has for the text is still on its way. */
  isBusy: boolean
  type: (text: string, isComposing: boolean) => void
  setScope: (scope: PaletteScope) => void
  handleKey: (event: KeyboardEvent) => void
}

const pageLength = 8
const marks: Readonly<Record<PaletteScope, string>> = { everything: '', commands: '>', topics: '#', sources: '@' }

export function usePalette({ commands, onChoose }: PaletteOptions): PaletteState {
  const [typed, setTyped] = useState('')
  const [query, setQuery] = useState<PaletteQuery>({ scope: 'everything', text: '' })
  const [moved, setMoved] = useState<string>()
  const { found, find } = useFoundThings()
  const recentCommands = useRecent((recent) => recent.commands)
  const counts = useCounts()
  useEffect(() => find({ scope: 'everything', text: '' }), [find])

  const topics = useMemo(
    () => [...counts].flatMap(([key, count]) => (key.startsWith('topic:') ? [{ name: key.slice('topic:'.length), count }] : [])),
    [counts],
  )
  const groups = useMemo(
    () => paletteGroups(query, { commands, recentCommands, topics, things: found.things }),
    [query, commands, recentCommands, topics, found.things],
  )
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups])
  const selected = rows.find(({ key }) => key === moved)?.key ?? rows[0]?.key

  // Whoever presses Enter faster than the answer comes means the first row of that answer.
  const early = useRef<{ beside: boolean }>(undefined)
  const isAnswered = found.text === query.text && found.scope === query.scope
  const choose = useRef(onChoose)
  choose.current = onChoose
  useEffect(() => {
    const wanted = early.current
    if (!wanted || !isAnswered) return
    early.current = undefined
    if (rows[0]) choose.current(rows[0], wanted.beside)
  }, [isAnswered, rows])

  const type = (text: string, isComposing: boolean) => {
    setTyped(text)
    // The letters of an input method are not yet what is meant.
    if (isComposing) return
    const next = readQuery(text)
    early.current = undefined
    setMoved(undefined)
    setQuery(next)
    find(next)
  }
  const moveTo = (position: number) => setMoved(rows[Math.max(0, Math.min(rows.length - 1, position))]?.key)
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const position = rows.findIndex(({ key }) => key === selected)
    if (event.key === 'Enter') {
      event.preventDefault()
      const beside = event.ctrlKey || event.metaKey
      const row = rows[position]
      if (!isAnswered && moved === undefined) early.current = { beside }
      else if (row) onChoose(row, beside)
      return
    }
    const target = targetOf(event, position, rows.length)
    if (target === undefined) return
    event.preventDefault()
    moveTo(target)
  }
  const setScope = (scope: PaletteScope) => type(marks[query.scope === scope ? 'everything' : scope] + query.text, false)
  return { typed, query, groups, rows, selected, isBusy: !isAnswered, type, setScope, handleKey }
}

/** Home and End belong to the text as soon as there is some. */
function targetOf(event: KeyboardEvent, position: number, count: number): number | undefined {
  if (event.altKey || event.shiftKey || event.ctrlKey || event.metaKey) return undefined
  const isEmpty = event.target instanceof HTMLInputElement && event.target.value === ''
  switch (event.key) {
    case 'ArrowDown':
      return position + 1 < count ? position + 1 : 0
    case 'ArrowUp':
      return position > 0 ? position - 1 : count - 1
    case 'PageDown':
      return position + pageLength
    case 'PageUp':
      return position - pageLength
    case 'Home':
      return isEmpty ? 0 : undefined
    case 'End':
      return isEmpty ? count - 1 : undefined
    default:
      return undefined
  }
}
