// From a passage to an insight: which one, and whether the passage supports it, contradicts it or gives context.

import { Button } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import { type Stance, stances } from '../../../core/records/evidence.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { useRecord, useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { stanceShapes } from '../../ui/stance-chip.tsx'
import { type ChosenInsight, InsightChooser } from './insight-chooser.tsx'
import classes from './link-dialog.module.css'
import { quoteAsBlock } from './quote-markdown.ts'

type LinkDialogProps = {
  highlight: HighlightRow
  citekey: string
  language: string
  /** The insight that lies open: offered first. */
  activeInsight: RecordId<'insight'> | undefined
  onOpenInsight: (id: RecordId<'insight'>) => void
  onClose: () => void
}

export function LinkDialog({ highlight, citekey, language, activeInsight, onOpenInsight, onClose }: LinkDialogProps) {
  const send = useSend()
  const open = useRecord('insight', activeInsight)
  const { rows: links } = useWatch('evidence', { highlight: highlight.id })
  const [chosen, setChosen] = useState<ChosenInsight>()
  const [isNew, setIsNew] = useState(false)
  const [isChoosing, setIsChoosing] = useState(false)
  const { passage, number } = highlight
  const offered: ChosenInsight | undefined =
    chosen ?? (open && open.removedAt === undefined && !isChoosing ? { id: open.id, title: open.title } : undefined)
  const isReady = offered !== undefined || isNew

  const link = async (stance: Stance) => {
    let insight = isNew ? undefined : offered
    if (!insight) {
      const added = await send('insight.add', { title: '', body: quoteAsBlock({ exact: passage.exact, citekey, number }) })
      if (!added.ok) return
      insight = { id: added.result.id, title: '' }
    }
    const said = strings.reader.linked(number, strings.app[stance], insight.title)
    const held = links.find((evidence) => evidence.insight === insight.id)
    const linked = held
      ? await send('evidence.revise', { id: held.id, rev: held.rev, stance }, { undoMessage: said })
      : await send('evidence.add', { insight: insight.id, highlight: highlight.id, stance }, { undoMessage: said })
    if (!linked.ok) return
    onClose()
    if (isNew) onOpenInsight(insight.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || !isReady) return
    const stance = stances.find((each) => strings.reader.stanceKeys[each].toLowerCase() === event.key.toLowerCase())
    if (!stance) return
    event.preventDefault()
    void link(stance)
  }
  return (
    <Dialog title={strings.reader.linkTitle(number)} isOpen onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: single keys for the buttons inside */}
      <div onKeyDown={onKeyDown}>
        <blockquote className={classes.quote} lang={language || undefined}>
          {passage.exact}
        </blockquote>
        {isReady ? (
          <>
            <p className={classes.question}>{isNew ? strings.reader.newInsight : strings.reader.stanceQuestion(offered?.title ?? '')}</p>
            <div className={classes.stances}>
              {stances.map((stance, position) => (
                <Button
                  key={stance}
                  variant="default"
                  data-stance={stance}
                  data-autofocus={position === 0 || undefined}
                  autoFocus={position === 0}
                  leftSection={<span aria-hidden="true">{stanceShapes[stance]}</span>}
                  rightSection={<KeyHint keys={strings.reader.stanceKeys[stance]} />}
                  onClick={() => void link(stance)}
                >
                  {strings.reader.stances[stance]}
                </Button>
              ))}
            </div>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                setChosen(undefined)
                setIsNew(false)
                setIsChoosing(true)
              }}
            >
              {strings.reader.otherInsight}
            </Button>
          </>
        ) : activeInsight && open === undefined && !isChoosing ? null : (
          <InsightChooser onChoose={setChosen} onNew={() => setIsNew(true)} />
        )}
      </div>
    </Dialog>
  )
}
