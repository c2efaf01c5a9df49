// The rail: the notebook's parts with their counts, and the topics of its insights; in a narrow window a row, with the topics in a menu.

import { Menu, UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useCounts } from '../notebook/use-counts.ts'
import { useFindingCount } from '../notebook/use-finding-count.ts'
import { languageTag, strings } from '../strings/strings.ts'
import { useNavigation, type View } from './navigation.ts'
import classes from './rail.module.css'

const parts: readonly { view: View; key: string; label: string }[] = [
  { view: 'insights', key: 'insights', label: strings.app.insights },
  { view: 'sources', key: 'sources', label: strings.app.sources },
  { view: 'figures', key: 'figures', label: strings.figures.figures },
  { view: 'timeline', key: '', label: strings.timeline.timeline },
  { view: 'reports', key: 'reports', label: strings.app.reports },
  { view: 'audit', key: 'audit', label: strings.audit.audit },
  { view: 'trash', key: 'trash', label: strings.app.trash },
]

type Topic = { name: string; count: number }

export function Rail() {
  const counts = useCounts()
  const findings = useFindingCount()
  const view = useNavigation((navigation) => navigation.view)
  const topic = useNavigation((navigation) => navigation.topic)
  const go = useNavigation((navigation) => navigation.go)
  // As in rail.module.css.
  const isRow = useMediaQuery('(max-width: 820px)', undefined, { getInitialValueInEffect: false })
  const topics = useMemo(() => topicsIn(counts), [counts])
  const shown = view === 'insights' ? topic : undefined
  return (
    <nav className={classes.rail} data-region="rail" aria-label={strings.app.everything}>
      {parts.map((part) => (
        <button
          key={part.view}
          type="button"
          className={classes.item}
          aria-current={view === part.view && topic === undefined ? 'page' : undefined}
          data-drop-on={part.view === 'trash' ? 'trash' : undefined}
          data-drop-opens={part.view === 'trash' || part.view === 'audit' ? undefined : ''}
          onClick={() => go({ view: part.view, topic: undefined, pane: 'list' })}
        >
          <span className={classes.name}>{part.label}</span>
          {part.key !== '' && <span className={classes.count}>{shownCount(part.view === 'audit' ? findings : (counts.get(part.key) ?? 0))}</span>}
        </button>
      ))}
      {topics.length > 0 && (isRow ? <TopicMenu topics={topics} shown={shown} /> : <TopicList topics={topics} shown={shown} />)}
    </nav>
  )
}

/** As a person orders words: `bonds` does not stand behind every capital letter. Without a collator: making one takes longer than the rail. */
function compare(one: string, other: string): number {
  const [first, second] = [one.toLowerCase(), other.toLowerCase()]
  return first < second ? -1 : first > second ? 1 : 0
}

function topicsIn(counts: ReadonlyMap<string, number>): Topic[] {
  return [...counts]
    .flatMap(([key, count]): Topic[] => (key.startsWith('topic:') ? [{ name: key.slice('topic:'.length), count }] : []))
    .sort((one, other) => compare(one.name, other.name))
}

/** Of the findings it is not known at once. */
const shownCount = (count: number | undefined) => count?.toLocaleString(languageTag)

type TopicsProps = { topics: readonly Topic[]; shown: string | undefined }

function TopicList({ topics, shown }: TopicsProps) {
  const go = useNavigation((navigation) => navigation.go)
  return (
    <>
      <h2 className={classes.heading}>{strings.app.topics}</h2>
      {topics.map(({ name, count }) => (
        <button
          key={name}
          type="button"
          className={classes.item}
          title={name}
          aria-current={shown === name ? 'page' : undefined}
          data-drop-on={`topic:${name}`}
          data-drop-title={name}
          onClick={() => go({ view: 'insights', topic: name, pane: 'list' })}
        >
          <span className={classes.name}>{name}</span>
          <span className={classes.count}>{shownCount(count)}</span>
        </button>
      ))}
    </>
  )
}

function TopicMenu({ topics, shown }: TopicsProps) {
  const go = useNavigation((navigation) => navigation.go)
  const label = shown === undefined ? strings.workspace.topics : strings.workspace.topicsShown(shown)
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <UnstyledButton className={`${classes.item} ${classes.topics}`} data-shown={shown !== undefined || undefined}>
          <span className={classes.name}>{label}</span>
          <IconChevronDown size={14} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''}>
        <Menu.Item onClick={() => go({ view: 'insights', topic: undefined, pane: 'list' })}>{strings.workspace.allTopics}</Menu.Item>
        <Menu.Divider role="separator" />
        {topics.map(({ name, count }) => (
          <Menu.Item
            key={name}
            aria-current={shown === name ? 'true' : undefined}
            rightSection={<span className={classes.count}>{shownCount(count)}</span>}
            onClick={() => go({ view: 'insights', topic: name, pane: 'list' })}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
