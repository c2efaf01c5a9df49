// The web clippers: who may send pages in, a new one in one line, and what its program needs to know.

import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { strings } from '../../strings/strings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ClipperRow } from './clipper-row.tsx'
import classes from './clippers-dialog.module.css'
import { CopyLine } from './copy-line.tsx'
import { TokenCard } from './token-card.tsx'
import { useClippers } from './use-clippers.ts'

const words = strings.clippers

export function ClippersDialog({ onClose }: { onClose: () => void }) {
  const { state, problem, shown, pair, revoke, hideToken } = useClippers()
  return (
    <Dialog title={words.title} isOpen onClose={onClose} size="lg">
      <p className={classes.explained}>{words.explained}</p>
      {problem !== undefined && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      {shown && <TokenCard shown={shown} state={state} onDone={hideToken} />}
      {state?.clippers.length === 0 && (
        <EmptyState title={words.none} shape="note">
          {words.noneExplained}
        </EmptyState>
      )}
      {state && state.clippers.length > 0 && (
        <>
          <ul aria-label={words.list} className={classes.list}>
            {state.clippers.map((clipper) => (
              <ClipperRow key={clipper.id} clipper={clipper} onRevoke={() => void revoke(clipper.id)} />
            ))}
          </ul>
          {state.address !== undefined && !shown && <CopyLine label={words.address} text={state.address} copy={words.copyAddress} />}
        </>
      )}
      {state && !shown && <NewClipper onPair={pair} />}
    </Dialog>
  )
}

function NewClipper({ onPair }: { onPair: (name: string) => Promise<boolean> }) {
  const [name, setName] = useState('')
  const [isPairing, setIsPairing] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || isPairing) return
    setIsPairing(true)
    if (await onPair(name.trim())) setName('')
    setIsPairing(false)
  }
  return (
    <form className={classes.pair} onSubmit={(event) => void submit(event)}>
      <TextInput
        className={classes.name ?? ''}
        label={words.name}
        placeholder={words.namePlaceholder}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <Button type="submit" disabled={name.trim() === '' || isPairing}>
        {isPairing ? words.pairing : words.pair}
      </Button>
    </form>
  )
}
