// The versions of a record, newest first: when, by whom, what had changed, and how long it was.

import { type KeyboardEvent, useRef } from 'react'
import type { RecordVersion } from '../../../core/history/record-version.ts'
import { useIsPast } from '../../notebook/past.ts'
import { strings } from '../../strings/strings.ts'
import layout from '../../ui/list-and-detail.module.css'
import { whatChanged, whoMade } from './describe-version.ts'
import classes from './versions.module.css'
import { exactly, howLongAgo } from './when.ts'

type VersionListProps = { versions: readonly RecordVersion[]; ownWindow: string; chosen: number; onChoose: (seq: number) => void }

/** `versions` oldest first, as they are answered. */
export function VersionList({ versions, ownWindow, chosen, onChoose }: VersionListProps) {
  const list = useRef<HTMLDivElement>(null)
  const newest = useIsPast() ? strings.history.newestThen : strings.history.newest
  const newestFirst = versions.toReversed()
  const move = (event: KeyboardEvent) => {
    const position = newestFirst.findIndex(({ seq }) => seq === chosen)
    const target = { ArrowDown: position + 1, ArrowUp: position - 1, Home: 0, End: newestFirst.length - 1 }[event.key]
    const version = target === undefined ? undefined : newestFirst[target]
    if (!version) return
    event.preventDefault()
    onChoose(version.seq)
    list.current?.querySelector(`[data-seq="${version.seq}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div
      ref={list}
      role="listbox"
      aria-label={strings.history.versionList}
      aria-activedescendant={`version-${chosen}`}
      className={`${layout.list} ${classes.list}`}
      tabIndex={0}
      onKeyDown={move}
    >
      {newestFirst.map((version, index) => {
        const before = newestFirst[index + 1]
        const grown = before ? version.length - before.length : 0
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
          <div
            key={version.seq}
            id={`version-${version.seq}`}
            role="option"
            aria-selected={version.seq === chosen}
            tabIndex={-1}
            data-seq={version.seq}
            className={classes.version}
            onClick={() => onChoose(version.seq)}
          >
            <span className={classes.when}>
              <time dateTime={version.at}>{exactly(version.at)}</time>
              <span className={classes.ago}>{index === 0 && version.state !== 'gone' ? newest : howLongAgo(version.at)}</span>
            </span>
            <span className={classes.what}>{whatChanged(version, before)}</span>
            <span className={classes.who}>
              {[whoMade(version, ownWindow), version.length > 0 && strings.history.length(version.length)].filter(Boolean).join(' · ')}
              {grown !== 0 && <span className={classes.grown}> {strings.history.grown(grown)}</span>}
            </span>
          </div>
        )
      })}
    </div>
  )
}
