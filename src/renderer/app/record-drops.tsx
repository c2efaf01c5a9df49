// Where records of the window can be dropped: on topics, the trash, reports and insights, wherever these are shown (`data-drop-on`).
//
// One listener for the page, as the places come and go with their lists: whoever shows one only says in an attribute what it is.

import { IconSquareRotatedFilled, IconTriangleFilled, IconTriangleInvertedFilled } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import type { RecordId } from '../../core/records/record-id.ts'
import { useSendMany } from '../notebook/use-send-many.ts'
import { strings } from '../strings/strings.ts'
import { type Dragged, type DraggedKind, idsOfKind } from '../ui/drag-data.ts'
import { RowMenu } from '../ui/row-menu.tsx'
import { type DropPlace, useDropPlaces } from '../ui/use-drop-places.ts'

type Asked = { insight: RecordId<'insight'>; title: string; dragged: Dragged; point: { x: number; y: number } }

const icons = { supports: IconTriangleFilled, contradicts: IconTriangleInvertedFilled, context: IconSquareRotatedFilled }

export function RecordDrops() {
  const sendMany = useSendMany()
  const [asked, setAsked] = useState<Asked>()
  const drop = useCallback(
    (dragged: Dragged, { name, title }: DropPlace, point: Asked['point']) => {
      const [part, ...rest] = name.split(':')
      const { length } = dragged.records
      const insights = idsOfKind(dragged, 'insight')
      if (part === 'topic') {
        const topic = rest.join(':')
        const words = { label: strings.lists.changingInsights(length), undoMessage: strings.lists.addedToTopic(length, topic) }
        void sendMany('insight.revise-many', { ids: insights, addTopics: [topic] }, words)
      } else if (part === 'trash') {
        const ids = dragged.records.map(({ id }) => id)
        void sendMany('trash.remove', { ids }, { label: strings.lists.removing(length), undoMessage: strings.lists.removed(length) })
      } else if (part === 'report') {
        const words = { label: strings.lists.addingToReport(length), undoMessage: strings.lists.addedToReport(length, title) }
        void sendMany('report.insert-insights', { id: name as RecordId<'report'>, insights }, words)
      } else setAsked({ insight: name as RecordId<'insight'>, title: title || strings.lists.untitledInsight, dragged, point })
    },
    [sendMany],
  )
  useDropPlaces(takes, drop)
  if (!asked) return null
  const { insight, title, dragged, point } = asked
  return (
    <RowMenu
      point={point}
      label={strings.lists.stanceTitle}
      actions={(['supports', 'contradicts', 'context'] as const).map((stance) => ({
        kind: 'run',
        label: strings.lists.stanceOf[stance],
        Icon: icons[stance],
        run: () =>
          void sendMany(
            'evidence.add-many',
            { insight, highlights: idsOfKind(dragged, 'highlight'), sources: idsOfKind(dragged, 'source'), stance },
            { label: strings.lists.linking(dragged.records.length), undoMessage: strings.lists.linked(dragged.records.length, title) },
          ),
      }))}
      onClose={() => setAsked(undefined)}
    />
  )
}

function takes(kind: DraggedKind, name: string): boolean {
  if (name === 'trash') return true
  if (name.startsWith('topic:') || name.startsWith('report:')) return kind === 'insight'
  return name.startsWith('insight:') && (kind === 'highlight' || kind === 'source')
}
