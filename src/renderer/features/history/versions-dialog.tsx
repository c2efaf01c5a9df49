// The versions of one record: a list beside what two of them differ in, the way back to any of them, and what stood behind it then.

import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp, IconCopy } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { RecordVersion } from '../../../core/history/record-version.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useClient, useLiveClient } from '../../notebook/notebook-context.ts'
import { useIsPast } from '../../notebook/past.ts'
import type { VersionedId } from '../../notebook/shown-versions.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import type { DifferenceLook } from '../../ui/difference-prose.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import layout from '../../ui/list-and-detail.module.css'
import { FieldDifferences } from './field-differences.tsx'
import { PastEvidence } from './past-evidence.tsx'
import { textOfVersion } from './text-of-version.ts'
import { VersionList } from './version-list.tsx'
import classes from './versions.module.css'
import { exactly } from './when.ts'

const words = strings.history
const ways = ['change', 'now', 'other'] as const
type Way = (typeof ways)[number]

type VersionsDialogProps = { record: VersionedId; title: string; onClose: () => void }

export function VersionsDialog({ record, title, onClose }: VersionsDialogProps) {
  const { value: versions, error } = useAnswer('history.versions', { id: record })
  return (
    <Dialog title={title.trim() === '' ? words.versionsOfUntitled : words.versionsOf(title)} isOpen onClose={onClose} size="full">
      {error && <EmptyState title={error.message} />}
      {!versions && !error && <p role="status">{words.loading}</p>}
      {versions?.length === 0 && (
        <EmptyState title={words.noVersions}>
          <p>{words.noVersionsHint}</p>
        </EmptyState>
      )}
      {versions && versions.length > 0 && <Versions record={record} versions={versions} onClose={onClose} />}
    </Dialog>
  )
}

function Versions({ record, versions, onClose }: { record: VersionedId; versions: readonly RecordVersion[]; onClose: () => void }) {
  const client = useClient()
  const [wanted, setWanted] = useState<number>()
  const [way, setWay] = useState<Way>('change')
  const [other, setOther] = useState<number>()
  const isWide = useMediaQuery('(min-width: 1100px)', undefined, { getInitialValueInEffect: false })
  const [wantedLook, setLook] = useState<DifferenceLook>()
  const look = wantedLook ?? (isWide ? 'side' : 'one')
  const newest = versions.at(-1) as RecordVersion
  const chosen = versions.find(({ seq }) => seq === wanted) ?? newest
  const before = versions[versions.indexOf(chosen) - 1]
  const compared = versions.find(({ seq }) => seq === other) ?? versions[0] ?? chosen
  const [from, to] =
    way === 'change'
      ? [before ? before.seq : ('nothing' as const), chosen.seq]
      : way === 'now'
        ? [chosen.seq, 'now' as const]
        : chosen.seq < compared.seq
          ? [chosen.seq, compared.seq]
          : [compared.seq, chosen.seq]
  // `now` moves on with the notebook; two commits never do.
  const { value: difference, error } = useAnswer('history.difference', { id: record, from, to }, { follow: to === 'now' })
  const fields = difference?.fields
  const isSame = fields?.every((field) => field.kind === 'prose' && field.blocks.every(({ kind }) => kind === 'same'))
  const ownWindow = useMemo(() => client.window, [client])
  return (
    <div className={`${layout.frame} ${classes.versions}`}>
      <VersionList versions={versions} ownWindow={ownWindow} chosen={chosen.seq} onChoose={setWanted} />
      <div className={layout.side}>
        <div className={layout.tools}>
          <SegmentedControl
            size="xs"
            aria-label={words.howToCompare}
            value={way}
            onChange={(value) => setWay(value as Way)}
            data={ways.map((value) => ({ value, label: words.ways[value] }))}
            transitionDuration={0}
          />
          {way === 'other' && (
            <NativeSelect
              size="xs"
              aria-label={words.compareWith}
              value={compared.seq}
              onChange={(event) => setOther(Number(event.currentTarget.value))}
              data={versions.toReversed().map(({ seq, at }) => ({ value: String(seq), label: exactly(at) }))}
            />
          )}
          {isWide && (
            <SegmentedControl
              size="xs"
              aria-label={words.look}
              value={look}
              onChange={(value) => setLook(value as DifferenceLook)}
              data={(['side', 'one'] as const).map((value) => ({ value, label: words.looks[value] }))}
              transitionDuration={0}
            />
          )}
          <span className={classes.grow} />
          <VersionActions record={record} version={chosen} isNewest={chosen === newest} onRestored={onClose} />
        </div>
        <section className={layout.detail} aria-label={words.thisVersion(exactly(chosen.at))} aria-busy={!difference && !error}>
          {error && <EmptyState title={error.message} />}
          {!difference && !error && <p role="status">{words.reading}</p>}
          {isSame && way !== 'change' && <p className={classes.note}>{words.same}</p>}
          {fields && <FieldDifferences fields={fields} look={isWide ? look : 'one'} />}
          {record.startsWith('insight:') && chosen.state !== 'gone' && (
            <PastEvidence key={chosen.seq} insight={record as RecordId<'insight'>} seq={chosen.seq} />
          )}
        </section>
      </div>
    </div>
  )
}

type VersionActionsProps = { record: VersionedId; version: RecordVersion; isNewest: boolean; onRestored: () => void }

function VersionActions({ record, version, isNewest, onRestored }: VersionActionsProps) {
  const client = useClient()
  const live = useLiveClient()
  const send = useSend(live)
  const isPast = useIsPast()
  const isWhole = version.state !== 'gone'
  const restore = async () => {
    const answer = await send('version.restore', { id: record, seq: version.seq }, { undoMessage: words.restored })
    if (!answer.ok) return
    const { left, records } = answer.result
    if (left > 0) notifications.show({ message: words.restoredWithout(left) })
    else if (records > 1) notifications.show({ message: words.restoredWith(records) })
    onRestored()
  }
  const copy = async () => {
    const answer = await client.ask('history.version', { id: record, seq: version.seq })
    if (!answer.ok) return notifications.show({ color: 'red', message: answer.error.message })
    await navigator.clipboard.writeText(textOfVersion(answer.value)).then(
      () => notifications.show({ message: words.copied, autoClose: 2_000 }),
      () => notifications.show({ color: 'red', message: words.notCopied }),
    )
  }
  const isPresent = isNewest && !isPast && version.state === 'there'
  return (
    <>
      <Button size="compact-sm" variant="default" leftSection={<IconCopy size={14} />} disabled={!isWhole} onClick={() => void copy()}>
        {words.copy}
      </Button>
      <Button
        size="compact-sm"
        leftSection={<IconArrowBackUp size={14} />}
        disabled={!isWhole || isPresent}
        title={isPresent ? words.isNewest : words.restoreHint}
        onClick={() => void restore()}
      >
        {words.restore}
      </Button>
    </>
  )
}
