// Edits of an outline as plain functions, so that the window can show them before the notebook has made them durable.

import type { OutlineItem } from '../../../core/records/report.ts'

export type OutlineEdit =
  | { type: 'insert'; items: readonly OutlineItem[]; before: string | undefined }
  | { type: 'revise'; item: OutlineItem }
  | { type: 'move'; key: string; before: string | undefined }
  | { type: 'remove'; key: string }

/** Applying an edit twice is the same as once: an outline that already has it stays as it is. What an edit names and is gone is left out. */
export function applyEdit(outline: readonly OutlineItem[], edit: OutlineEdit): readonly OutlineItem[] {
  switch (edit.type) {
    case 'insert': {
      const keys = new Set(outline.map(({ key }) => key))
      const fresh = edit.items.filter(({ key }) => !keys.has(key))
      return fresh.length === 0 ? outline : outline.toSpliced(positionOf(outline, edit.before), 0, ...fresh)
    }
    case 'revise':
      return outline.map((item) => (item.key === edit.item.key ? edit.item : item))
    case 'move': {
      const item = outline.find(({ key }) => key === edit.key)
      if (!item || edit.key === edit.before) return outline
      const others = outline.filter(({ key }) => key !== edit.key)
      return others.toSpliced(positionOf(others, edit.before), 0, item)
    }
    case 'remove':
      return outline.filter(({ key }) => key !== edit.key)
  }
}

/** The end where `before` is not given or not there. */
function positionOf(outline: readonly OutlineItem[], before: string | undefined): number {
  const position = before === undefined ? -1 : outline.findIndex(({ key }) => key === before)
  return position < 0 ? outline.length : position
}

/** The move that takes an item one place up or down; undefined at the edge. */
export function stepOf(outline: readonly OutlineItem[], key: string, by: 1 | -1): OutlineEdit | undefined {
  const position = outline.findIndex((item) => item.key === key)
  const target = position + by
  if (position < 0 || target < 0 || target >= outline.length) return undefined
  return { type: 'move', key, before: outline[by === 1 ? position + 2 : target]?.key }
}

/** The key of the item after `key`: where something goes that is put below it. */
export function keyAfter(outline: readonly OutlineItem[], key: string | undefined): string | undefined {
  const position = key === undefined ? -1 : outline.findIndex((item) => item.key === key)
  return position < 0 ? undefined : outline[position + 1]?.key
}
