// Where an action's keys work, and which two of them would fight over one key.

import { type ActionId, actionIds, catalogue } from './catalogue.ts'
import { type ChangedKeys, effectiveKeys } from './key-settings.ts'

/** `selection`: only while the colours are shown, `editor`: only while a text is being written; each then before everything else. */
type KeyPlace = 'window' | 'workbench' | 'editor' | 'list' | 'selection' | 'reports' | 'trash' | 'audit' | 'figures' | 'timeline'

export function placeOfKeys(id: ActionId): KeyPlace {
  if (catalogue[id].menu === 'file') return 'window'
  if (id.startsWith('reader.colour-')) return 'selection'
  // They work in the note that is being written, and on the rows that are selected: only there, and there first.
  if (/^(edit|format|insert|table)\./.test(id)) return 'editor'
  if (id.startsWith('selection.')) return 'list'
  if (/^(?:reader|insights?|source)\./.test(id) && id !== 'source.new') return 'workbench'
  if (id.startsWith('report.')) return 'reports'
  if (id.startsWith('audit.')) return 'audit'
  if (id.startsWith('figures.')) return 'figures'
  if (id.startsWith('timeline.')) return 'timeline'
  return id.startsWith('trash.') ? 'trash' : 'window'
}

function meet(one: KeyPlace, other: KeyPlace): boolean {
  const isFirst = (place: KeyPlace) => place === 'selection' || place === 'editor'
  if (isFirst(one) || isFirst(other)) return one === other
  return one === other || one === 'window' || other === 'window'
}

/** The other action that has this key where the first one works; undefined where the key is free. */
export function clashOf(id: ActionId, key: string, changed: ChangedKeys): ActionId | undefined {
  return actionIds.find((other) => other !== id && effectiveKeys(changed, other).includes(key) && meet(placeOfKeys(id), placeOfKeys(other)))
}
