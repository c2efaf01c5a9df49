// The token of a clipper that was just paired, shown this once, with the address and a command that tries it; says when the first clip is in.

import { Button } from '@mantine/core'
import type { ClipperState } from '../../../core/contract/clippers.ts'
import { strings } from '../../strings/strings.ts'
import classes from './clippers-dialog.module.css'
import { CopyLine, useCopy } from './copy-line.tsx'
import type { ShownToken } from './use-clippers.ts'

const words = strings.clippers

export function TokenCard({ shown, state, onDone }: { shown: ShownToken; state: ClipperState | undefined; onDone: () => void }) {
  const address = state?.address ?? ''
  const { outcome, copy } = useCopy()
  const hasArrived = state?.clippers.some(({ id, usedAt }) => id === shown.id && usedAt !== undefined) ?? false
  return (
    <section aria-labelledby="clipper-token" className={classes.card}>
      <h3 id="clipper-token" className={classes.heading}>
        {words.tokenTitle(shown.name)}
      </h3>
      <p className={classes.hint}>{words.tokenOnce}</p>
      <CopyLine label={words.token} text={shown.token} copy={words.copyToken} isFirst />
      {address !== '' && <CopyLine label={words.address} text={address} copy={words.copyAddress} />}
      <div className={classes.end}>
        <span role="status" className={classes.arrival} data-arrived={hasArrived}>
          {hasArrived ? words.arrived : words.waiting}
        </span>
        {address !== '' && (
          <Button size="compact-sm" variant="default" onClick={() => void copy(exampleFor(address, shown.token))}>
            {outcome ?? words.copyExample}
          </Button>
        )}
        <Button size="compact-sm" onClick={onDone}>
          {words.done}
        </Button>
      </div>
    </section>
  )
}

function exampleFor(address: string, token: string): string {
  const body = JSON.stringify({ url: 'https://example.org/', title: 'A first clip', markdown: 'It works.' })
  return `curl -H "Authorization: Bearer ${token}" -H "Content-Type: application/json" --data '${body}' ${address}`
}
