// The texts of one source: which there are, what changed from each to the next, and every highlight's state beside it.

import { Button, SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconFilePlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import type { Source } from '../../../core/records/source.ts'
import { useIsPast } from '../../notebook/past.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DifferenceProse } from '../../ui/difference-prose.tsx'
import layout from '../../ui/list-and-detail.module.css'
import { wholeMoment } from '../../ui/shown-moment.tsx'
import { OldText } from './old-text.tsx'
import classes from './revisions.module.css'
import { StateList } from './state-list.tsx'
import { useTextDifference } from './use-text-difference.ts'

const words = strings.revisions
const mostHighlights = 500

type TextsDialogProps = { source: Source; onRenew: () => void; onFalls: () => void; onClose: () => void }

export function TextsDialog({ source, onRenew, onFalls, onClose }: TextsDialogProps) {
  const isPast = useIsPast()
  const { revisions, title, id } = source
  const [wanted, setWanted] = useState<number>()
  const [look, setLook] = useState<'differs' | 'read'>('differs')
  const isWide = useMediaQuery('(min-width: 1100px)', undefined, { getInitialValueInEffect: false })
  const position = Math.min(wanted ?? revisions.length - 1, revisions.length - 1)
  const shown = revisions[position] as Source['revisions'][number]
  const before = revisions[position - 1]
  const { rows } = useWatch('highlights', { source: id }, 0, mostHighlights)
  return (
    <Dialog title={words.title(title)} isOpen onClose={onClose} size="full">
      <div className={`${layout.frame} ${classes.texts}`}>
        <div className={`${layout.list} ${classes.list}`}>
          <ul className={classes.revisions} aria-label={words.texts}>
            {revisions
              .map((revision, index) => ({ ...revision, index }))
              .toReversed()
              .map(({ at, index, file }) => (
                <li key={`${index}`}>
                  <button type="button" className={classes.revision} aria-current={index === position || undefined} onClick={() => setWanted(index)}>
                    <strong>{words.text(index + 1)}</strong>
                    {index === revisions.length - 1 && <span className={classes.newest}>{words.newest}</span>}
                    <time className={classes.when} dateTime={at}>
                      {words.brought(wholeMoment(at))}
                    </time>
                    {file && <span className={classes.when}>{file.name}</span>}
                  </button>
                </li>
              ))}
          </ul>
          <div className={classes.row}>
            {!isPast && (
              <Button size="compact-sm" leftSection={<IconFilePlus size={14} />} onClick={onRenew}>
                {words.renew}
              </Button>
            )}
            <Button size="compact-sm" variant="default" onClick={onFalls}>
              {words.falls}
            </Button>
          </div>
          {revisions.length === 1 && <p className={classes.hint}>{words.onlyOne}</p>}
          <h3 className={classes.heading}>{words.states}</h3>
          <StateList rows={rows} text={shown.text} newest={revisions.at(-1)?.text} />
        </div>
        <section className={layout.side} aria-label={before && look === 'differs' ? words.compared(position + 1) : words.text(position + 1)}>
          <div className={layout.tools}>
            <SegmentedControl
              size="xs"
              aria-label={words.differs}
              value={before ? look : 'read'}
              onChange={(value) => setLook(value as 'differs' | 'read')}
              disabled={!before}
              data={[
                { value: 'differs', label: words.differs },
                { value: 'read', label: words.read },
              ]}
              transitionDuration={0}
            />
            <span className={classes.compared}>{before ? (look === 'differs' ? words.compared(position + 1) : '') : words.first}</span>
          </div>
          {before && look === 'differs' ? (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keys that scroll need the focus in it
            <section className={layout.detail} aria-label={words.differs} tabIndex={0}>
              <TextDifference key={shown.text} before={before.text} after={shown.text} isWide={isWide} />
            </section>
          ) : (
            <div className={layout.detail}>
              <OldText text={shown.text} language={source.language} isOld={position < revisions.length - 1} />
            </div>
          )}
        </section>
      </div>
    </Dialog>
  )
}

function TextDifference({ before, after, isWide }: { before: RecordId<'text'>; after: RecordId<'text'>; isWide: boolean }) {
  const earlier = useAnswer('text.read', { text: before }, { follow: false })
  const later = useAnswer('text.read', { text: after }, { follow: false })
  const blocks = useTextDifference(earlier.value?.readingText, later.value?.readingText)
  const error = earlier.error ?? later.error
  if (error) return <p className={classes.hint}>{error.message}</p>
  if (!blocks) return <p role="status">{words.loading}</p>
  return <DifferenceProse blocks={blocks} look={isWide ? 'side' : 'one'} unchanged={words.unchanged} />
}
