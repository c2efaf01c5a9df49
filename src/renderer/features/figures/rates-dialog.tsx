// The exchange rates that the analyst wrote down, each with its day and where it comes from, and the line on which a new one is written.

import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { type FormEvent, useRef, useState } from 'react'
import { numberWords } from '../../../core/ledger/amount-words.ts'
import { decimalNotation } from '../../../core/ledger/exact.ts'
import { useIsPast } from '../../notebook/past.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { showPartialDate } from '../../ui/partial-date.ts'
import classes from './figure-dialogs.module.css'

const words = strings.figures
const nothing = { base: '', rate: '', quote: '', date: '', note: '' }

export function RatesDialog({ onClose }: { onClose: () => void }) {
  const send = useSend()
  const isPast = useIsPast()
  const { rows, isLoading } = useWatch('rates', {}, 0, 500)
  const [typed, setTyped] = useState(nothing)
  const [isTried, setIsTried] = useState(false)
  const [said, setSaid] = useState('')
  const first = useRef<HTMLInputElement>(null)
  const base = typed.base.trim().toUpperCase()
  const quote = typed.quote.trim().toUpperCase()
  const rate = typed.rate.trim().replaceAll(',', '')
  const problems = {
    base: /^[A-Z]{3}$/.test(base) ? undefined : words.notACurrency,
    quote: /^[A-Z]{3}$/.test(quote) && quote !== base ? undefined : words.notACurrency,
    rate: decimalNotation.test(rate) && Number(rate) > 0 ? undefined : words.notARate,
    date: isDay(typed.date.trim()) ? undefined : words.notADay,
  }
  const add = async (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    if (Object.values(problems).some((problem) => problem !== undefined)) return
    const answer = await send('rate.add', { base, quote, rate, date: typed.date.trim(), note: typed.note.trim() })
    if (!answer.ok) return
    setSaid(words.rateAdded(words.rateWords(base, rate, quote)))
    setTyped({ ...nothing, base: typed.base, quote: typed.quote })
    setIsTried(false)
    first.current?.focus()
  }
  const field = (name: keyof typeof nothing, label: string, placeholder: string, isFirst = false) => (
    <TextInput
      ref={isFirst ? first : undefined}
      data-autofocus={isFirst || undefined}
      size="xs"
      label={label}
      placeholder={placeholder}
      value={typed[name]}
      maxLength={name === 'note' ? 500 : 40}
      autoComplete="off"
      spellCheck={false}
      error={isTried && name !== 'note' ? problems[name] : undefined}
      className={classes[name] ?? ''}
      onChange={(event) => {
        const { value } = event.currentTarget
        setTyped((held) => ({ ...held, [name]: value }))
      }}
    />
  )
  return (
    <Dialog title={words.rates} isOpen onClose={onClose} size="lg">
      <p className={classes.hint}>{words.ratesHint}</p>
      {!isPast && (
        <form className={classes.rateForm} onSubmit={(event) => void add(event)}>
          {field('base', words.rateBase, 'USD', true)}
          {field('rate', words.rateIs, '7.12')}
          {field('quote', words.rateQuote, 'CNY')}
          {field('date', words.rateDate, '2025-11-14')}
          {field('note', words.rateFrom, words.rateFromHint)}
          <Button type="submit" size="xs">
            {words.rateAdd}
          </Button>
        </form>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {!isLoading && rows.length === 0 && <EmptyState title={words.ratesEmpty} shape="note" />}
      {rows.length > 0 && (
        <ul className={classes.rates} aria-label={words.rates}>
          {rows.map((row) => {
            const sentence = words.rateWords(row.base, numberWords(row.rate), row.quote)
            return (
              <li key={row.id}>
                <span className={classes.rateWords}>{sentence}</span>
                <span>{showPartialDate(row.date)}</span>
                <span className={classes.hint}>{row.note}</span>
                {!isPast && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="sm"
                    aria-label={words.rateRemove(sentence)}
                    title={words.rateRemove(sentence)}
                    onClick={() => void send('rate.remove', { id: row.id, rev: row.rev }, { undoMessage: words.rateRemoved(sentence) })}
                  >
                    <IconTrash size={15} />
                  </ActionIcon>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Dialog>
  )
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
}
