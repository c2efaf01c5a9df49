// The trash: what was removed, to restore or to delete for good.

import { useWatch } from '../../notebook/use-watch.ts'
import { enTrash } from '../../strings/en-trash.ts'
import { Pane } from '../../ui/pane.tsx'

export function TrashView() {
  const { rows } = useWatch('trash', {})
  return (
    <Pane label={enTrash.trash}>
      {rows.map((row) => (
        <p key={row.id}>{row.title}</p>
      ))}
    </Pane>
  )
}
