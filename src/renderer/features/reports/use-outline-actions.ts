// What can be done to an outline from the keyboard, the pointer and the menus: each shown at once, said aloud, and followed by the focus.

import { type RefObject, useCallback, useReducer, useRef, useState } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import type { OutlineItem } from '../../../core/records/report.ts'
import { strings } from '../../strings/strings.ts'
import { showUndoToast } from '../../ui/undo-toast.tsx'
import type { AddedKind } from './add-menu.tsx'
import type { ChosenId, ChosenKind } from './outline-chooser.tsx'
import { keyAfter, type OutlineEdit, stepOf } from './outline-edits.ts'
import { type NamedInReport, nameItem } from './outline-words.ts'
import type { Outline } from './use-outline.ts'

const handle = '[data-row]'

export type OutlineActions = {
  /** Where the focus belongs once the row is there: moving a row in the page drops it. */
  wanted: RefObject<{ key: string; selector: string } | undefined>
  /** The item whose text was last asked to be edited, with the number of the asking: the same item may be asked for again. */
  editing: { key: string; request: number } | undefined
  /** What is being chosen, and where it goes. */
  choosing: { kind: ChosenKind; before: string | undefined } | undefined
  announcement: string
  /** A heading or prose appears and is edited; for insights and charts the chooser opens. Without `before` it goes to the end. */
  add: (kind: AddedKind, before: string | undefined) => void
  addBelow: (key: string, kind: AddedKind) => void
  /** Ends the choosing: with nothing, where no ids are given. */
  choose: (ids: readonly ChosenId[]) => void
  insert: (ids: readonly ChosenId[], before: string | undefined) => void
  step: (key: string, by: 1 | -1, focusOn: string) => void
  moveBefore: (key: string, before: string | undefined) => void
  changeLevel: (key: string, by: 1 | -1) => void
  edit: (key: string) => void
  finishEditing: (key: string) => void
  remove: (key: string) => void
}

export function useOutlineActions({ run, latest }: Outline, named: NamedInReport, noteRemoval: (key: string) => void): OutlineActions {
  const wanted = useRef<{ key: string; selector: string }>(undefined)
  const [editing, setEditing] = useState<{ key: string; request: number }>()
  const [choosing, setChoosing] = useState<OutlineActions['choosing']>()
  const [announcement, setAnnouncement] = useState('')
  const [, render] = useReducer((count: number) => count + 1, 0)
  const names = useRef(named)
  names.current = named

  const itemOf = useCallback((key: string) => latest().items.find((item) => item.key === key), [latest])
  const runMove = useCallback(
    (move: OutlineEdit, key: string, selector: string) => {
      wanted.current = { key, selector }
      void run(move)
      const { items } = latest()
      const position = items.findIndex((item) => item.key === key)
      const item = items[position]
      if (item) setAnnouncement(strings.reports.moved(nameItem(item, names.current), position + 1, items.length))
    },
    [run, latest],
  )
  const edit = useCallback((key: string) => setEditing((last) => ({ key, request: (last?.request ?? 0) + 1 })), [])
  const add = useCallback(
    (kind: AddedKind, before: string | undefined) => {
      if (kind === 'insight' || kind === 'chart') return setChoosing({ kind, before })
      const key = crypto.randomUUID()
      const level = levelBefore(latest().items, before)
      const item: OutlineItem = kind === 'heading' ? { key, type: 'heading', level, text: '' } : { key, type: 'prose', markdown: '' }
      void run({ type: 'insert', items: [item], before })
      edit(key)
    },
    [run, latest, edit],
  )
  const choose = (ids: readonly ChosenId[]) => {
    setChoosing(undefined)
    insert(ids, choosing?.before)
  }
  const insert = (ids: readonly ChosenId[], before: string | undefined) => {
    const items = ids.map(itemShowing)
    const last = items.at(-1)
    if (!last) return
    wanted.current = { key: last.key, selector: handle }
    void run({ type: 'insert', items, before })
  }
  const step = (key: string, by: 1 | -1, selector: string) => {
    const move = stepOf(latest().items, key, by)
    const item = itemOf(key)
    if (move) runMove(move, key, selector)
    else if (item) setAnnouncement(strings.reports.cannotMove(nameItem(item, named), by === -1))
  }
  const changeLevel = useCallback(
    (key: string, by: 1 | -1) => {
      const item = itemOf(key)
      if (item?.type !== 'heading') return
      const level = Math.min(6, Math.max(1, item.level + by))
      if (level !== item.level) void run({ type: 'revise', item: { ...item, level } })
      setAnnouncement(strings.reports.levelNow(level))
    },
    [run, itemOf],
  )
  const remove = useCallback(
    (key: string) => {
      const { items } = latest()
      const item = items.find((one) => one.key === key)
      if (!item) return
      const before = keyAfter(items, key)
      const neighbour = before ?? items[items.length - 2]?.key
      if (neighbour !== undefined) wanted.current = { key: neighbour, selector: handle }
      noteRemoval(key)
      const name = nameItem(item, names.current)
      // Puts this item back where it was, whatever this window did in between: the last commit need not be this one any more.
      const putBack = () => void run({ type: 'insert', items: [item], before })
      void run({ type: 'remove', key }).then((answer) => answer.ok && showUndoToast(strings.reports.removed(name), putBack))
    },
    [run, latest, noteRemoval],
  )
  return {
    wanted,
    editing,
    choosing,
    announcement,
    insert,
    add,
    addBelow: useCallback((key, kind) => add(kind, keyAfter(latest().items, key)), [add, latest]),
    choose,
    step,
    moveBefore: (key, before) => runMove({ type: 'move', key, before }, key, handle),
    changeLevel,
    edit,
    finishEditing: useCallback((key) => {
      wanted.current = { key, selector: handle }
      // Nothing else changes, and the focus moves after a rendering.
      render()
    }, []),
    remove,
  }
}

function itemShowing(id: ChosenId): OutlineItem {
  const key = crypto.randomUUID()
  return isMetric(id) ? { key, type: 'chart', metric: id, caption: '' } : { key, type: 'insight', insight: id }
}

function isMetric(id: ChosenId): id is RecordId<'metric'> {
  return id.startsWith('metric:')
}

/** A new heading has the level of the one above it. */
function levelBefore(items: readonly OutlineItem[], before: string | undefined): number {
  const end = before === undefined ? items.length : items.findIndex(({ key }) => key === before)
  const above = items.slice(0, end).findLast((item) => item.type === 'heading')
  return above?.type === 'heading' ? above.level : 1
}
