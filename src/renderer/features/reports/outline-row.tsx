// One row of the outline: a handle that moves it, what stands in it, and what can be done with it.

import { ActionIcon } from '@mantine/core'
import { IconExternalLink, IconGripVertical, IconIndentDecrease, IconIndentIncrease, IconPencil, IconX } from '@tabler/icons-react'
import { type DragEvent, memo, type RefObject, useEffect, useRef } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import type { OutlineItem } from '../../../core/records/report.ts'
import { strings } from '../../strings/strings.ts'
import type { NoteLinks } from '../../ui/markdown-editor/note-links.ts'
import { type AddedKind, AddMenu } from './add-menu.tsx'
import { ChartItem } from './chart-item.tsx'
import { HeadingItem } from './heading-item.tsx'
import { InsightItem } from './insight-item.tsx'
import classes from './outline.module.css'
import { startItemDrag } from './outline-drag.ts'
import { type NamedInReport, nameItem } from './outline-words.ts'
import { ProseItem } from './prose-item.tsx'
import type { ReportFeed } from './report-drafts.ts'

export type OutlineRowProps = {
  report: RecordId<'report'>
  feed: ReportFeed
  links: NoteLinks
  item: OutlineItem
  named: NamedInReport
  /** From 1. */
  position: number
  count: number
  /** Another number than before, and not 0: edit the text now. */
  focusRequest: number
  dropEdge: 'above' | 'below' | undefined
  onAdd: (key: string, kind: AddedKind) => void
  onLevel: (key: string, by: 1 | -1) => void
  onEdit: (key: string) => void
  onRemove: (key: string) => void
  onDone: (key: string) => void
  onOpenInsight: (id: RecordId<'insight'>) => void
  onOpenMetric: (id: RecordId<'metric'>) => void
}

export const OutlineRow = memo(function OutlineRow(props: OutlineRowProps) {
  const { report, item, named, position, count, dropEdge } = props
  const name = nameItem(item, named)
  const row = useRef<HTMLLIElement>(null)
  const startDrag = (event: DragEvent) => {
    startItemDrag(event.dataTransfer, report, item.key, name)
    if (row.current) event.dataTransfer.setDragImage(row.current, 12, 12)
  }
  return (
    <li ref={row} className={classes.row} data-key={item.key} data-type={item.type} data-drop={dropEdge}>
      <button
        type="button"
        data-row
        draggable
        className={classes.handle}
        aria-label={strings.reports.move(name, position, count)}
        onDragStart={startDrag}
      >
        <IconGripVertical size={15} aria-hidden="true" />
      </button>
      <div className={classes.content}>
        <ItemBody {...props} />
      </div>
      <RowTools {...props} name={name} />
    </li>
  )
})

function ItemBody({ report, feed, links, item, named, focusRequest, onDone, onOpenInsight, onOpenMetric }: OutlineRowProps) {
  const done = () => onDone(item.key)
  switch (item.type) {
    case 'heading':
      return <HeadingItem report={report} feed={feed} item={item} focusRequest={focusRequest} onDone={done} />
    case 'prose':
      return <ProseItem report={report} feed={feed} links={links} item={item} focusRequest={focusRequest} onDone={done} />
    case 'insight':
      return <InsightItem item={item} insights={named.insights} onOpen={onOpenInsight} />
    case 'chart':
      return (
        <ChartItem report={report} feed={feed} item={item} metrics={named.metrics} focusRequest={focusRequest} onDone={done} onOpen={onOpenMetric} />
      )
  }
}

function RowTools({ item, name, onAdd, onLevel, onEdit, onRemove, onOpenInsight, onOpenMetric }: OutlineRowProps & { name: string }) {
  return (
    <span className={classes.tools}>
      {item.type === 'heading' && (
        <>
          <span className={classes.level}>{strings.reports.level(item.level)}</span>
          <Tool label={`${strings.reports.outdent}: ${name}`} disabled={item.level === 1} onClick={() => onLevel(item.key, -1)}>
            <IconIndentDecrease size={15} />
          </Tool>
          <Tool label={`${strings.reports.indent}: ${name}`} disabled={item.level === 6} onClick={() => onLevel(item.key, 1)}>
            <IconIndentIncrease size={15} />
          </Tool>
        </>
      )}
      {item.type === 'prose' && (
        <Tool label={`${strings.reports.editProse}: ${name}`} onClick={() => onEdit(item.key)}>
          <IconPencil size={15} />
        </Tool>
      )}
      {item.type === 'insight' && (
        <Tool label={strings.reports.openInsight(name)} onClick={() => onOpenInsight(item.insight)}>
          <IconExternalLink size={15} />
        </Tool>
      )}
      {item.type === 'chart' && (
        <Tool label={strings.reports.openInsight(name)} onClick={() => onOpenMetric(item.metric)}>
          <IconExternalLink size={15} />
        </Tool>
      )}
      <AddMenu name={name} onAdd={(kind) => onAdd(item.key, kind)} />
      <Tool label={strings.reports.remove(name)} onClick={() => onRemove(item.key)}>
        <IconX size={15} />
      </Tool>
    </span>
  )
}

function Tool({ label, disabled = false, onClick, children }: { label: string; disabled?: boolean; onClick: () => void; children: React.ReactNode }) {
  return (
    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      {children}
    </ActionIcon>
  )
}

/** Moving a row in the page drops its focus: `wanted` names where it belongs until it is there. */
export function useWantedFocus(list: RefObject<HTMLElement | null>, wanted: RefObject<{ key: string; selector: string } | undefined>): void {
  useEffect(() => {
    if (!wanted.current) return
    const { key, selector } = wanted.current
    const target = list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"] ${selector}`)
    if (!target) return
    wanted.current = undefined
    target.focus()
  })
}
