// Kind, status, confidence, review date and topics, as chips that are controls.

import { TagsInput } from '@mantine/core'
import { useMemo } from 'react'
import { confidences, insightKinds, insightStatuses } from '../../../core/records/insight-kinds.ts'
import { useDraftState } from '../../notebook/draft-hooks.ts'
import { useCounts } from '../../notebook/use-counts.ts'
import { strings } from '../../strings/strings.ts'
import { ChipSelect } from './chip-select.tsx'
import classes from './insight-pane.module.css'
import type { InsightDraft } from './open-insight.tsx'
import { ReviewDate } from './review-date.tsx'
import { statusShapes } from './status-shapes.ts'

const maxTopicLength = 200

export function InsightFacts({ draft }: { draft: InsightDraft }) {
  const kind = useDraftState(draft, (state) => state.content?.kind ?? 'fact')
  const status = useDraftState(draft, (state) => state.content?.status ?? 'draft')
  const confidence = useDraftState(draft, (state) => state.content?.confidence ?? 'medium')
  return (
    <div className={classes.facts}>
      <ChipSelect
        label={strings.insights.status}
        value={status}
        tone={status === 'reviewed' ? 'good' : 'plain'}
        options={insightStatuses.map((value) => [value, `${statusShapes[value]} ${strings.insights.statuses[value]}`])}
        onChange={(value) => draft.edit('status', value)}
      />
      <ChipSelect
        label={strings.insights.kind}
        value={kind}
        options={insightKinds.map((value) => [value, strings.insights.kinds[value]])}
        onChange={(value) => draft.edit('kind', value)}
      />
      <ChipSelect
        label={strings.insights.confidence}
        value={confidence}
        options={confidences.map((value) => [value, strings.insights.confidences[value]])}
        onChange={(value) => draft.edit('confidence', value)}
      />
      <ReviewDate draft={draft} />
      <Topics draft={draft} />
    </div>
  )
}

function Topics({ draft }: { draft: InsightDraft }) {
  const topics = useDraftState(draft, (state) => state.content?.topics ?? noTopics)
  const counts = useCounts()
  const known = useMemo(() => [...counts.keys()].flatMap((key) => (key.startsWith('topic:') ? [key.slice('topic:'.length)] : [])), [counts])
  return (
    <TagsInput
      aria-label={strings.insights.topics}
      placeholder={topics.length === 0 ? strings.insights.topicsPlaceholder : '+'}
      variant="unstyled"
      size="xs"
      className={classes.topics ?? ''}
      classNames={{ input: classes.topicsInput ?? '', pill: classes.topic ?? '', inputField: classes.topicsField ?? '' }}
      data={known.filter((topic) => !topics.includes(topic))}
      value={[...topics]}
      splitChars={[',', '，', '、', ';', '；']}
      maxTags={200}
      acceptValueOnBlur
      comboboxProps={{ withinPortal: false, width: 'max-content', position: 'bottom-start', transitionProps: { duration: 0 } }}
      onChange={(value) =>
        draft.edit(
          'topics',
          value.map((topic) => topic.trim().slice(0, maxTopicLength)).filter((topic) => topic !== ''),
        )
      }
    />
  )
}

const noTopics: readonly string[] = []
