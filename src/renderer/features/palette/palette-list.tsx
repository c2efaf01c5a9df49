// The rows of the palette: each with its kind, its title with the fitting letters marked, and its key.

import { IconBook2, IconBulb, IconCommand, IconFileText, IconHash, IconPlus, IconSearch } from '@tabler/icons-react'
import { memo, useEffect, useRef } from 'react'
import { strings } from '../../strings/strings.ts'
import { ActionKey } from '../../ui/key-hint.tsx'
import { MarkedTitle } from './marked-title.tsx'
import classes from './palette.module.css'
import type { PaletteGroup, PaletteRow } from './palette-rows.ts'

type PaletteListProps = {
  groups: readonly PaletteGroup[]
  typed: string
  selected: string | undefined
  isBusy: boolean
  onChoose: (row: PaletteRow, beside: boolean) => void
}

export const rowElementId = (key: string) => `palette ${key}`.replaceAll(/\s/g, '-')

export function PaletteList({ groups, typed, selected, isBusy, onChoose }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null)
  const choose = useRef(onChoose)
  choose.current = onChoose
  useEffect(() => {
    const row = selected === undefined ? null : document.getElementById(rowElementId(selected))
    row?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return (
    // Its rows are never focused: the field keeps the focus and names the chosen one.
    <div
      ref={list}
      id="palette-list"
      role="listbox"
      tabIndex={-1}
      aria-label={strings.palette.results}
      aria-busy={isBusy}
      className={classes.list}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        const key = event.target instanceof Element ? event.target.closest('[data-key]')?.getAttribute('data-key') : null
        const row = groups.flatMap(({ rows }) => rows).find((each) => each.key === key)
        if (row) choose.current(row, event.ctrlKey || event.metaKey)
      }}
      onKeyDown={() => {}}
    >
      {groups.map(({ label, rows }) => (
        // biome-ignore lint/a11y/useSemanticElements: inside a listbox only groups and options may stand
        <div key={label} role="group" aria-label={label}>
          {groups.length > 1 && (
            <div className={classes.label} aria-hidden="true">
              {label}
            </div>
          )}
          {rows.map((row) => (
            <Row key={row.key} row={row} typed={typed} isSelected={row.key === selected} />
          ))}
        </div>
      ))}
    </div>
  )
}

type RowProps = { row: PaletteRow; typed: string; isSelected: boolean }

const Row = memo(function Row({ row, typed, isSelected }: RowProps) {
  const Icon = iconOf(row)
  return (
    <div
      id={rowElementId(row.key)}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      data-key={row.key}
      data-kind={row.kind}
      className={classes.row}
    >
      <Icon size={15} aria-hidden="true" className={classes.icon} />
      <span className={classes.title} lang={row.kind === 'thing' && row.language !== '' ? row.language : undefined}>
        {row.kind === 'offer' ? row.title : <MarkedTitle title={row.title} typed={typed} />}
      </span>
      {row.detail !== '' && (
        <span className={classes.detail}>{row.kind === 'thing' ? <MarkedTitle title={row.detail} typed={typed} /> : row.detail}</span>
      )}
      {row.kind === 'command' ? <ActionKey action={row.action} /> : <span className="visually-hidden">{kindOf(row)}</span>}
    </div>
  )
})

function kindOf(row: PaletteRow): string {
  const { kinds } = strings.palette
  if (row.kind === 'thing') return kinds[row.table]
  return row.kind === 'topic' ? kinds.topic : ''
}

function iconOf(row: PaletteRow): typeof IconHash {
  switch (row.kind) {
    case 'command':
      return IconCommand
    case 'topic':
      return IconHash
    case 'offer':
      return row.offer === 'search' ? IconSearch : IconPlus
    case 'thing':
      return { insights: IconBulb, sources: IconBook2, reports: IconFileText }[row.table]
  }
}
