// One figure in a card beside it: as it is written and as it was understood, and what it measures. Enter keeps it.

import { ActionIcon, Button } from '@mantine/core'
import { IconTableShortcut, IconTrash, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { amountWords } from '../../../core/ledger/amount-words.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useIsPast } from '../../notebook/past.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { Chip } from '../../ui/chip.tsx'
import { FigureStateChip } from '../../ui/figure-state.tsx'
import classes from './figure-card.module.css'
import { FigureForm } from './figure-form.tsx'
import { type Anchor, FloatingCard } from './floating-card.tsx'
import { amountIn, type TextFigure } from './text-figures.ts'
import { keepsSelection } from './use-text-selection.ts'

const words = strings.figures

export type FigureCardProps = {
  source: RecordId<'source'>
  text: RecordId<'text'>
  figure: TextFigure
  readingText: string
  language: string
  anchor: Anchor
  onOpenMetric: (metric: RecordId<'metric'>) => void
  onSaid: (said: string) => void
  onClose: () => void
}

export function FigureCard({ source, text, figure, readingText, language, anchor, onOpenMetric, onSaid, onClose }: FigureCardProps) {
  const { start, end, row } = figure
  const send = useSend()
  const isPast = useIsPast()
  const written = readingText.slice(start, end)
  const amount = amountIn(figure, readingText)
  const { value: suggestion, isLoading } = useAnswer('figure.suggest', { text, start, end }, { follow: false })
  const [wasEnterPressed, setWasEnterPressed] = useState(false)
  const isLeaving = useRef(false)
  const close = () => {
    isLeaving.current = true
    onClose()
  }
  const remove = async () => {
    if (!row) return
    const answer = await send('figure.remove', { id: row.id, rev: row.rev }, { undoMessage: words.removed(written) })
    if (answer.ok) close()
  }
  return (
    <FloatingCard
      anchor={anchor}
      role="dialog"
      label={words.card(written)}
      takesFocus
      onDismiss={close}
      // Whoever presses F and Enter at once keeps what is suggested, as soon as it is.
      onKeyPress={(event) => event.key === 'Enter' && isLoading && setWasEnterPressed(true)}
      {...keepsSelection}
    >
      <div className={classes.head}>
        <strong className={classes.written} lang={language || undefined}>
          {written}
        </strong>
        {row && <FigureStateChip state={row.state} />}
        <span className={classes.grow} />
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={strings.app.close} onClick={close}>
          <IconX size={15} />
        </ActionIcon>
      </div>
      <p className={classes.value}>
        {amount ? amountWords(amount) : words.notRead}
        {row?.isCorrected && <span className={classes.aside}> {words.corrected}</span>}
      </p>
      {amount?.doubt && <Chip tone="warn">{words.doubts[amount.doubt]}</Chip>}
      {isLoading ? (
        <p className={classes.aside} role="status">
          {strings.app.loading}
        </p>
      ) : (
        <FigureForm
          key={row?.rev ?? 'new'}
          place={{ source, text, start, end }}
          row={row}
          hasAmount={amount !== undefined}
          suggestion={suggestion}
          language={language}
          isReadOnly={isPast}
          keepsAtOnce={wasEnterPressed}
          onDone={() => {
            onSaid(row ? words.revised(written) : words.kept(written))
            close()
          }}
        />
      )}
      {row && (
        <div className={classes.foot}>
          {row.metric && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconTableShortcut size={15} />}
              onClick={() => row.metric && onOpenMetric(row.metric)}
            >
              {words.showMetric}
            </Button>
          )}
          <span className={classes.grow} />
          {!isPast && (
            <ActionIcon variant="subtle" color="gray" aria-label={words.remove} title={words.remove} onClick={() => void remove()}>
              <IconTrash size={16} />
            </ActionIcon>
          )}
        </div>
      )}
    </FloatingCard>
  )
}
