// Which documents of a pane stay in the page while others are shown: the last few, so that a note comes back at once, with its cursor, its scroll
// and what can be undone in it.

import { activeTab, kindOf, type TabDocument, type TabGroup } from './workspace.ts'

export type KeptView = { readonly key: string; readonly tab: string; readonly document: TabDocument }

/** A note's editor costs some MB and a live query; the text of a source is drawn anew fast enough, and its paint is the page's own. */
const mostKept = 6

/** Newest first. The same list where nothing changed. A tab that shows another document now keeps the one it showed, for Back. */
export function keepViews(kept: readonly KeptView[], group: TabGroup): readonly KeptView[] {
  const tab = activeTab(group)
  const shown = tab && { key: `${tab.id} ${tab.document}`, tab: tab.id, document: tab.document }
  const rest = kept.filter((view) => view.key !== shown?.key && kindOf(view.document) === 'insight' && group.tabs.some(({ id }) => id === view.tab))
  const next = (shown ? [kept.find(({ key }) => key === shown.key) ?? shown, ...rest] : rest).slice(0, mostKept)
  return next.length === kept.length && next.every((view, position) => view === kept[position]) ? kept : next
}
