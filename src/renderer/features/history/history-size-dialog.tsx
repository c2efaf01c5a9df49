// How much of the past is kept and what it takes up, and, only when asked, forgetting a part of it: with what that loses, before it is done.

import { Button, Checkbox } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Moment } from '../../../core/history/moment.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import classes from './history-size.module.css'
import { exactly } from './when.ts'

const words = strings.history
const dateNow = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10)

export function HistorySizeDialog({ onClose }: { onClose: () => void }) {
  const [turn, setTurn] = useState(0)
  return (
    <Dialog title={words.sizeTitle} isOpen onClose={onClose} size="lg">
      <p className={classes.intro}>{words.sizeIntro}</p>
      <Size key={turn} />
      <Forget onForgotten={() => setTurn((count) => count + 1)} />
    </Dialog>
  )
}

function Size() {
  const { value: size, error } = useAnswer('history.size', {})
  if (error) return <EmptyState title={error.message} />
  if (!size) return <p role="status">{words.loading}</p>
  const facts: [string, string][] = [
    [words.changesKept, size.commits.toLocaleString('en')],
    [words.since, size.firstAt ? exactly(size.firstAt) : '–'],
    [words.newestChange, size.lastAt ? exactly(size.lastAt) : '–'],
    [words.files, size.files.toLocaleString('en')],
    [words.onDisk, inBytes(size.bytes)],
  ]
  return (
    <dl className={classes.facts}>
      {facts.map(([name, fact]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  )
}

function Forget({ onForgotten }: { onForgotten: () => void }) {
  const send = useSend()
  const [date, setDate] = useState('')
  const [keepCopy, setKeepCopy] = useState(true)
  const [isSure, setIsSure] = useState(false)
  const [isRunning, setIsRunning] = useState(false)
  const before: Moment | undefined = date === '' ? undefined : { time: new Date(`${date}T00:00:00`).getTime() }
  const { value: loss, error } = useAnswer('history.loss', before && { before })
  const forget = async () => {
    if (!before) return
    setIsRunning(true)
    const answer = await send('history.forget', { before, keepCopy })
    setIsRunning(false)
    setIsSure(false)
    if (!answer.ok) return
    const { commits, copy } = answer.result
    notifications.show({ message: copy ? words.forgottenCopy(commits, copy) : words.forgotten(commits) })
    setDate('')
    onForgotten()
  }
  const hasLoss = loss !== undefined && loss.commits > 0
  return (
    <section className={classes.forget} aria-labelledby="forget-history">
      <h3 id="forget-history" className={classes.heading}>
        {words.forget}
      </h3>
      <p className={classes.intro}>{words.forgetHint}</p>
      <label className={classes.date}>
        {words.forgetBefore}
        <input
          type="date"
          value={date}
          max={dateNow()}
          onChange={(event) => {
            setDate(event.currentTarget.value)
            setIsSure(false)
          }}
        />
      </label>
      <div role="status">
        {before && (error?.code === 'not-found' || loss?.commits === 0) && <p className={classes.intro}>{words.wouldLoseNothing}</p>}
        {error && error.code !== 'not-found' && <p>{error.message}</p>}
        {hasLoss && (
          <p className={classes.loss}>
            {words.wouldLose(loss.commits, inBytes(loss.bytes))}{' '}
            {loss.firstAt && loss.lastAt && words.span(exactly(loss.firstAt), exactly(loss.lastAt))}
          </p>
        )}
      </div>
      {hasLoss && (
        <>
          <Checkbox size="xs" label={words.keepCopy} checked={keepCopy} onChange={(event) => setKeepCopy(event.currentTarget.checked)} />
          <div className={classes.actions}>
            {isSure ? (
              <>
                <span>{words.cannotBeUndone}</span>
                <Button className={classes.danger ?? ''} loading={isRunning} onClick={() => void forget()}>
                  {words.sure}
                </Button>
                <Button variant="default" disabled={isRunning} data-autofocus onClick={() => setIsSure(false)}>
                  {strings.app.cancel}
                </Button>
              </>
            ) : (
              <Button variant="default" onClick={() => setIsSure(true)}>
                {words.forgetNow(loss.commits)}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  )
}

/** Powers of 1,000, as file managers show them. */
function inBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB'] as const
  let [size, unit] = [bytes, 0]
  while (size >= 1_000 && unit < units.length - 1) {
    size /= 1_000
    unit += 1
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`
}
