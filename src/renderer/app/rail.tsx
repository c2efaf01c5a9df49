// The rail: the notebook's parts with their counts, and the topics of its insights.

import { useCounts } from '../notebook/use-counts.ts'
import { strings } from '../strings/strings.ts'
import { useNavigation, type View } from './navigation.ts'
import classes from './rail.module.css'

const parts: readonly { view: View; key: string; label: string }[] = [
  { view: 'insights', key: 'insights', label: strings.app.insights },
  { view: 'sources', key: 'sources', label: strings.app.sources },
  { view: 'reports', key: 'reports', label: strings.app.reports },
  { view: 'trash', key: 'trash', label: strings.app.trash },
]

export function Rail() {
  const counts = useCounts()
  const { view, topic, go } = useNavigation()
  const topics = [...counts].flatMap(([key, count]) => (key.startsWith('topic:') ? [{ name: key.slice('topic:'.length), count }] : []))
  return (
    <nav className={classes.rail} aria-label={strings.app.everything}>
      {parts.map((part) => (
        <button
          key={part.view}
          type="button"
          className={classes.item}
          aria-current={view === part.view && topic === undefined ? 'page' : undefined}
          data-drop-on={part.view === 'trash' ? 'trash' : undefined}
          data-drop-opens={part.view === 'trash' ? undefined : ''}
          onClick={() => go({ view: part.view, topic: undefined, pane: 'list' })}
        >
          <span className={classes.name}>{part.label}</span>
          <span className={classes.count}>{counts.get(part.key) ?? 0}</span>
        </button>
      ))}
      {topics.length > 0 && <h2 className={classes.heading}>{strings.app.topics}</h2>}
      {topics.map(({ name, count }) => (
        <button
          key={name}
          type="button"
          className={classes.item}
          aria-current={view === 'insights' && topic === name ? 'page' : undefined}
          data-drop-on={`topic:${name}`}
          data-drop-title={name}
          onClick={() => go({ view: 'insights', topic: name, pane: 'list' })}
        >
          <span className={classes.name}>{name}</span>
          <span className={classes.count}>{count}</span>
        </button>
      ))}
    </nav>
  )
}
