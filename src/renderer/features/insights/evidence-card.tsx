// One piece of evidence: its quote, what it does for the insight, where it comes from, and the analyst's note on it.

import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconExternalLink, IconNote, IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import type { EvidenceRow } from '../../../core/queries/insight-queries.ts'
import { type Stance, stances } from '../../../core/records/evidence.ts'
import { isTextField } from '../../keys/actions.ts'
import { useIsPast } from '../../notebook/past.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { StanceChip, stanceShapes } from '../../ui/stance-chip.tsx'
import { showUndoToast } from '../../ui/undo-toast.tsx'
import { ChipSelect } from './chip-select.tsx'
import classes from './evidence.module.css'
import { EvidenceNote } from './evidence-note.tsx'
import { languageOf } from './guess-language.ts'
import type { Passage } from './insight-pane.tsx'

const stanceKeys = new Map<string, Stance>([
  ['s', 'supports'],
  ['c', 'contradicts'],
  ['x', 'context'],
])

export function EvidenceCard({ row, onOpenPassage }: { row: EvidenceRow; onOpenPassage: (passage: Passage) => void }) {
  const send = useSend()
  const isPast = useIsPast()
  const [isWritingNote, setIsWritingNote] = useState(false)
  const { id, rev, stance, highlight, citekey, sourceTitle, source, note, isInTrash } = row
  const name = highlight ? `${citekey} h${highlight.number}` : citekey
  const warning =
    highlight && (highlight.standing ? strings.insights.highlightStanding[highlight.standing] : strings.insights.highlightState[highlight.state])
  const quote = highlight?.quote ?? sourceTitle
  const open = () => onOpenPassage({ source, ...(highlight ? { highlight: highlight.id } : {}) })
  const setStance = (chosen: Stance) => {
    if (chosen !== stance) void send('evidence.revise', { id, rev, stance: chosen })
  }
  const remove = async () => {
    const answer = await send('evidence.remove', { id })
    if (answer.ok) showUndoToast(strings.insights.removedEvidence, () => void send('trash.restore', { ids: [id] }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { nativeEvent } = event
    if (isPast) return
    if (nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTextField(event.target as EventTarget)) return
    const chosen = stanceKeys.get(event.key.toLowerCase())
    if (chosen) setStance(chosen)
    else if (event.key === 'Delete') void remove()
    else return
    event.preventDefault()
  }
  return (
    <li className={classes.card} data-stance={stance} onKeyDown={onKeyDown}>
      <button
        type="button"
        data-opens
        className={classes.quote}
        lang={languageOf(quote)}
        aria-label={`${strings.insights.openPassage(name)}: ${quote}`}
        aria-keyshortcuts={isPast ? undefined : 's c x Delete'}
        onClick={open}
      >
        {quote}
      </button>
      <div className={classes.from}>
        {isPast ? (
          <StanceChip stance={stance} />
        ) : (
          <ChipSelect
            label={strings.insights.stanceOf(name)}
            value={stance}
            tone={stance}
            options={stances.map((value) => [value, `${stanceShapes[value]} ${strings.app[value]}`])}
            onChange={setStance}
          />
        )}
        <span className={classes.citekey}>{name}</span>
        <span className={classes.sourceTitle} lang={languageOf(sourceTitle)} title={sourceTitle}>
          {highlight ? sourceTitle : strings.insights.wholeSource}
        </span>
        {isInTrash && <span className={classes.warning}>{strings.insights.sourceInTrash}</span>}
        {warning && <span className={classes.warning}>{warning}</span>}
        <span className={classes.grow} />
        {!isPast && (
          <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false} transitionProps={{ duration: 0 }}>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="xs" aria-label={strings.insights.evidenceActions(name)}>
                <IconDots size={14} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconExternalLink size={15} />} onClick={open}>
                {strings.insights.openPassage(name)}
              </Menu.Item>
              <Menu.Item leftSection={<IconNote size={15} />} onClick={() => setIsWritingNote(true)}>
                {strings.insights.addNote}
              </Menu.Item>
              <Menu.Divider role="separator" />
              {stances.map((value) => (
                <Menu.Item
                  key={value}
                  disabled={value === stance}
                  leftSection={<span aria-hidden>{stanceShapes[value]}</span>}
                  onClick={() => setStance(value)}
                >
                  {strings.app[value]}
                </Menu.Item>
              ))}
              <Menu.Divider role="separator" />
              <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void remove()}>
                {strings.insights.removeEvidence}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {isWritingNote ? (
        <EvidenceNote row={row} name={name} onDone={() => setIsWritingNote(false)} />
      ) : (
        note.trim() !== '' &&
        (isPast ? (
          <p className={classes.note} lang={languageOf(note)}>
            {note}
          </p>
        ) : (
          <button
            type="button"
            className={classes.note}
            lang={languageOf(note)}
            aria-label={`${strings.insights.evidenceNote(name)}: ${note}`}
            onClick={() => setIsWritingNote(true)}
          >
            {note}
          </button>
        ))
      )}
    </li>
  )
}
