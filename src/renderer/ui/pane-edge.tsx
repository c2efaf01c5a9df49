// The edge between two panes: moved by drag or by the arrow keys, it says how wide the pane before it is.

import { useEffect, useRef } from 'react'
import { Separator } from 'react-resizable-panels'

/** Stands in a `Group`, after the panel whose name it takes. */
export function PaneEdge({ label, className }: { label: string; className: string | undefined }) {
  const edge = useRef<HTMLDivElement>(null)
  // A separator that takes the focus must have a value; the library (4.24) leaves its own unset.
  useEffect(() => {
    const [element, pane, group] = [edge.current, edge.current?.previousElementSibling, edge.current?.parentElement]
    if (!element || !pane || !group) return
    const watched = new ResizeObserver(() =>
      element.setAttribute('aria-valuenow', String(Math.round((100 * pane.clientWidth) / Math.max(1, group.clientWidth)))),
    )
    watched.observe(pane)
    return () => watched.disconnect()
  })
  return <Separator elementRef={edge} className={className} aria-label={label} />
}
