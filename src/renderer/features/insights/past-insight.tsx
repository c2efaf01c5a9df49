// One insight as it was: to be read, copied and put back, with its evidence and links of that time. Nothing of it can be changed.

import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { QueryRow } from '../../../core/queries/queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useRecord } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { Chip } from '../../ui/chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NoteReader } from '../../ui/markdown-editor/note-reader.tsx'
import { useNoteLinks } from '../../ui/markdown-editor/use-note-links.ts'
import { Pane } from '../../ui/pane.tsx'
import { showPartialDate } from '../../ui/partial-date.ts'
import { PastTools } from '../../ui/past-tools.tsx'
import { Backlinks } from './backlinks.tsx'
import { CopyItems } from './copy-items.tsx'
import { EvidenceSection } from './evidence-section.tsx'
import { languageOf } from './guess-language.ts'
import classes from './insight-pane.module.css'
import type { InsightPaneProps } from './insight-pane.tsx'
import { statusShapes } from './status-shapes.ts'
import { TimeAgo } from './time-ago.tsx'
import { useInsightCopies } from './use-insight-copies.ts'

type PastInsightProps = InsightPaneProps & { id: RecordId<'insight'> }

export function PastInsight({ id, ...actions }: PastInsightProps) {
  const insight = useRecord('insight', id)
  if (!insight) {
    return (
      <Pane label={strings.app.insight} onClose={actions.onClose}>
        {insight === null && (
          <EmptyState title={strings.insights.notFound} steps={['view.insights']}>
            <p>{strings.history.notThen}</p>
          </EmptyState>
        )}
      </Pane>
    )
  }
  return <OpenPastInsight insight={insight} {...actions} />
}

type OpenPastInsightProps = Omit<PastInsightProps, 'id'> & { insight: QueryRow<'insight'> }

function OpenPastInsight({ insight, onOpenPassage, onOpenInsight, onClose }: OpenPastInsightProps) {
  const { id, title, body, status, kind, confidence, topics, reviewBy, updatedAt, removedAt } = insight
  const copies = useInsightCopies(
    id,
    () => insight,
    async () => {},
  )
  const links = useNoteLinks({ onOpenPassage, onOpenInsight, onMissingInsight: () => undefined, onCite: () => undefined })
  return (
    <Pane
      label={strings.app.insight}
      onClose={onClose}
      tools={
        <>
          <TimeAgo at={updatedAt} render={strings.insights.edited} />
          <PastTools record={id} title={title} />
          <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false} transitionProps={{ duration: 0 }}>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="sm" aria-label={strings.insights.actions}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <CopyItems {...copies} />
            </Menu.Dropdown>
          </Menu>
        </>
      }
    >
      <h3 className={classes.title} lang={languageOf(title)}>
        {title.trim() || strings.insights.untitled}
      </h3>
      <div className={classes.facts}>
        {removedAt !== undefined && <Chip tone="warn">{strings.reader.inTrash}</Chip>}
        <Chip tone={status === 'reviewed' ? 'good' : 'plain'}>
          {statusShapes[status]} {strings.insights.statuses[status]}
        </Chip>
        <Chip>{strings.insights.kinds[kind]}</Chip>
        <Chip>{strings.insights.confidences[confidence]}</Chip>
        {reviewBy && <Chip>{strings.insights.reviewOn(showPartialDate(reviewBy))}</Chip>}
        {topics.map((topic) => (
          <Chip key={topic}>{topic}</Chip>
        ))}
      </div>
      <NoteReader markdown={body} links={links} lang={languageOf(body)} label={strings.insights.body} />
      <EvidenceSection insight={id} title={title} onOpenPassage={onOpenPassage} />
      <Backlinks insight={id} title={title} onOpenInsight={onOpenInsight} />
    </Pane>
  )
}
