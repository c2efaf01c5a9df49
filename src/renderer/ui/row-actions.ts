// What can be done to rows of a list, as data: the menu at a row and the bar of a selection show the same.

import type { Icon } from '@tabler/icons-react'
import type { ActionId } from '../keys/catalogue.ts'

export type RowAction = {
  label: string
  Icon: Icon
  /** It changes nothing in the notebook, so that it can be done with what is past too. */
  isHarmless?: true
} & (
  | {
      kind: 'run'
      run: () => void
      /** Whose key does the same, to be shown beside it. */
      action?: ActionId
      /** A key that only the list knows. */
      keys?: string
    }
  | { kind: 'choose'; options: readonly { label: string; run: () => void }[] }
)
