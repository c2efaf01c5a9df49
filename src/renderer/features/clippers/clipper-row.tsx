// One paired clipper: its name, when it was paired and last used, and how to let it in no more.

import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Clipper } from '../../../core/contract/clippers.ts'
import { strings } from '../../strings/strings.ts'
import { ShownMoment } from '../../ui/shown-moment.tsx'
import classes from './clippers-dialog.module.css'

const words = strings.clippers

export function ClipperRow({ clipper, onRevoke }: { clipper: Clipper; onRevoke: () => void }) {
  const [isAsking, setIsAsking] = useState(false)
  if (isAsking) {
    return (
      <li className={classes.row}>
        <span className={classes.ask}>{words.revokeAsk(clipper.name)}</span>
        <Button size="compact-sm" variant="default" data-autofocus autoFocus onClick={() => setIsAsking(false)}>
          {words.keep}
        </Button>
        <Button size="compact-sm" className={classes.danger ?? ''} onClick={onRevoke}>
          {words.revokeConfirm}
        </Button>
      </li>
    )
  }
  return (
    <li className={classes.row}>
      <span className={classes.who}>
        <span className={classes.clipper}>{clipper.name}</span>
        <span className={classes.facts}>
          {words.made} <ShownMoment at={clipper.madeAt} />
          {' · '}
          {clipper.usedAt === undefined ? (
            words.neverUsed
          ) : (
            <>
              {words.used} <ShownMoment at={clipper.usedAt} />
            </>
          )}
        </span>
      </span>
      <Button size="compact-sm" variant="subtle" color="gray" aria-label={words.revokeNamed(clipper.name)} onClick={() => setIsAsking(true)}>
        {words.revoke}
      </Button>
    </li>
  )
}
