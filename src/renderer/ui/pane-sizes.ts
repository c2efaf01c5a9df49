// The widths that panes were given, kept for every set of panes that stand beside each other.

import type { Layout } from 'react-resizable-panels'

const key = 'footing.pane-sizes'

/** Shares of the width in percent by pane; undefined where none were chosen, or what is kept is damaged. */
export function readPaneSizes(panes: readonly string[]): Layout | undefined {
  const sizes = readAll()[panes.join(' ')]
  const isWhole =
    typeof sizes === 'object' && sizes !== null && panes.every((pane) => Number.isFinite(sizes[pane])) && Object.keys(sizes).length === panes.length
  const sum = isWhole ? panes.reduce((total, pane) => total + (sizes[pane] ?? 0), 0) : 0
  return isWhole && Math.abs(sum - 100) < 1 ? sizes : undefined
}

export function keepPaneSizes(panes: readonly string[], sizes: Layout): void {
  localStorage.setItem(key, JSON.stringify({ ...readAll(), [panes.join(' ')]: sizes }))
}

function readAll(): Record<string, Layout | undefined> {
  try {
    const all: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return typeof all === 'object' && all !== null && !Array.isArray(all) ? (all as Record<string, Layout>) : {}
  } catch {
    return {}
  }
}
