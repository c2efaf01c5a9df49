// The keys that belong to lists, cards, fields and the editor: shown beside the others, and not to be changed.

import { strings } from '../../strings/strings.ts'

const words = strings.keys.fixedKeys

export const fixedKeys: readonly { title: string; keys: readonly string[] }[] = [
  { title: words.move, keys: ['↑', '↓'] },
  { title: words.ends, keys: ['Home', 'End'] },
  { title: words.open, keys: ['Enter', 'Space'] },
  { title: words.leave, keys: ['Escape'] },
  { title: words.next, keys: ['Tab', 'Shift+Tab'] },
  { title: words.removeRow, keys: ['Delete'] },
  { title: words.supports, keys: ['S'] },
  { title: words.contradicts, keys: ['C'] },
  { title: words.context, keys: ['X'] },
  { title: words.moveItem, keys: ['Alt+↑', 'Alt+↓'] },
  { title: words.follow, keys: ['Mod+Enter'] },
  { title: words.cite, keys: ['[@'] },
  { title: words.wikilink, keys: ['[['] },
  { title: words.submit, keys: ['Mod+Enter'] },
]
