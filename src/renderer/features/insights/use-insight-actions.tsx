// What can be done to one or many insights of the list, for its menu, the bar of the selection and the keys.

import {
  IconArrowUpRight,
  IconColumns2,
  IconCopy,
  IconDownload,
  IconFilePlus,
  IconGauge,
  IconLink,
  IconProgressCheck,
  IconTag,
  IconTags,
  IconTrash,
} from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { Insight } from '../../../core/records/insight.ts'
import { confidences, insightKinds, insightStatuses } from '../../../core/records/insight-kinds.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { copyInsights, copyReferences, exportInsights } from '../../notebook/export-insights.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { useCounts } from '../../notebook/use-counts.ts'
import { useSendMany } from '../../notebook/use-send-many.ts'
import { strings } from '../../strings/strings.ts'
import { ReportDialog } from '../../ui/report-dialog.tsx'
import type { RowAction } from '../../ui/row-actions.ts'
import { WordDialog } from '../../ui/word-dialog.tsx'
import { statusShapes } from './status-shapes.ts'

type Ids = readonly RecordId<'insight'>[]
type Fields = Partial<Pick<Insight, 'kind' | 'status' | 'confidence'>>

export type InsightActions = {
  actionsFor: (ids: Ids) => readonly RowAction[]
  editTopics: (ids: Ids) => void
  addToReport: (ids: Ids) => void
  remove: (ids: Ids) => void
  /** What is being asked, if anything: to be shown beside the list. */
  dialog: ReactNode
}

export function useInsightActions(): InsightActions {
  const client = useClient()
  const sendMany = useSendMany()
  const [asked, setAsked] = useState<{ kind: 'topics' | 'report'; ids: Ids }>()
  const revise = (ids: Ids, change: { set?: Fields; addTopics?: string[]; removeTopics?: string[] }) =>
    void sendMany(
      'insight.revise-many',
      { ids: [...ids], ...change },
      { label: strings.lists.changingInsights(ids.length), undoMessage: strings.lists.changedInsights(ids.length) },
    )
  const remove = (ids: Ids) =>
    void sendMany('trash.remove', { ids: [...ids] }, { label: strings.lists.removing(ids.length), undoMessage: strings.lists.removed(ids.length) })
  const editTopics = (ids: Ids) => setAsked({ kind: 'topics', ids })
  const addToReport = (ids: Ids) => setAsked({ kind: 'report', ids })
  const { kinds, statuses, confidences: sureness } = strings.insights

  return {
    editTopics,
    addToReport,
    remove,
    actionsFor: (ids) => [
      {
        kind: 'choose',
        label: strings.lists.setStatus,
        Icon: IconProgressCheck,
        options: insightStatuses.map((status) => ({
          label: `${statusShapes[status]} ${statuses[status]}`,
          run: () => revise(ids, { set: { status } }),
        })),
      },
      {
        kind: 'choose',
        label: strings.lists.setKind,
        Icon: IconTag,
        options: insightKinds.map((kind) => ({ label: kinds[kind], run: () => revise(ids, { set: { kind } }) })),
      },
      {
        kind: 'choose',
        label: strings.lists.setConfidence,
        Icon: IconGauge,
        options: confidences.map((confidence) => ({ label: sureness[confidence], run: () => revise(ids, { set: { confidence } }) })),
      },
      { kind: 'run', label: strings.lists.topics, Icon: IconTags, action: 'selection.topics', run: () => editTopics(ids) },
      { kind: 'run', label: strings.lists.addToReport, Icon: IconFilePlus, action: 'selection.report', run: () => addToReport(ids) },
      {
        kind: 'run',
        label: strings.lists.exportMarkdown,
        Icon: IconDownload,
        action: 'selection.export',
        isHarmless: true,
        run: () => void exportInsights(client, ids),
      },
      {
        kind: 'run',
        label: strings.lists.copyMarkdown,
        Icon: IconCopy,
        action: 'selection.copy-markdown',
        isHarmless: true,
        run: () => void copyInsights(client, ids),
      },
      {
        kind: 'run',
        label: strings.lists.copyLinks,
        Icon: IconLink,
        action: 'selection.copy-links',
        isHarmless: true,
        run: () => void copyReferences(client, ids),
      },
      { kind: 'run', label: strings.lists.toTrash, Icon: IconTrash, keys: 'Delete', run: () => remove(ids) },
    ],
    dialog:
      asked?.kind === 'topics' ? (
        <TopicsDialog
          ids={asked.ids}
          onAdd={(topic) => revise(asked.ids, { addTopics: [topic] })}
          onTake={(topic) => revise(asked.ids, { removeTopics: [topic] })}
          onClose={() => setAsked(undefined)}
        />
      ) : asked ? (
        <ReportDialog insights={asked.ids} onClose={() => setAsked(undefined)} />
      ) : null,
  }
}

/** For one row only: here, or in the other pane. */
export const openActions = (here: () => void, beside: () => void): RowAction[] => [
  { kind: 'run', isHarmless: true, label: strings.lists.open, Icon: IconArrowUpRight, keys: 'Enter', run: here },
  { kind: 'run', isHarmless: true, label: strings.lists.openBeside, Icon: IconColumns2, keys: 'Alt+Enter', run: beside },
]

type TopicsDialogProps = { ids: Ids; onAdd: (topic: string) => void; onTake: (topic: string) => void; onClose: () => void }

function TopicsDialog({ ids, onAdd, onTake, onClose }: TopicsDialogProps) {
  const counts = useCounts()
  return (
    <WordDialog
      title={strings.lists.topicsTitle(ids.length)}
      label={strings.lists.topic}
      hint={strings.lists.topicHint}
      known={[...counts.keys()].flatMap((key) => (key.startsWith('topic:') ? [key.slice('topic:'.length)] : []))}
      maxLength={200}
      ways={[
        { label: strings.lists.addWord, run: onAdd },
        { label: strings.lists.takeWord, run: onTake },
      ]}
      onClose={onClose}
    />
  )
}
