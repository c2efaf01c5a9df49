// The window on one page: bars around the view that the address names, and the actions that work everywhere.

import { Suspense, useCallback, useEffect } from 'react'
import { useAction } from '../keys/actions.ts'
import { windowHasCome } from '../keys/held-key.ts'
import { useIsPast } from '../notebook/past.ts'
import { useClientState } from '../notebook/use-client-state.ts'
import { useHistory, useSend } from '../notebook/use-send.tsx'
import { strings } from '../strings/strings.ts'
import { AfterFirstScreen } from './after-first-screen.tsx'
import classes from './app.module.css'
import { DamageNotice } from './damage-notice.tsx'
import { DesktopLink } from './desktop-link.tsx'
import { AuditView, BackupsView, DamageView, FiguresView, PastBar, ReportsView, SearchView, TimelineView, TrashView } from './later-parts.tsx'
import { Layers } from './layers.tsx'
import { openPassages, useNavigation } from './navigation.ts'
import { Rail } from './rail.tsx'
import { RecordDrops } from './record-drops.tsx'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { useBackups } from './use-backups.ts'
import { Workbench } from './workbench.tsx'
import { useLayoutSettings } from './workspace/layout-settings.ts'
import { useWorkspaceActions } from './workspace/use-workspace-actions.ts'

export function App() {
  const send = useSend()
  const { undo, redo } = useHistory()
  const { go } = useNavigation.getState()
  const topic = useNavigation((navigation) => navigation.topic)
  const isRailHidden = useLayoutSettings((settings) => settings.isRailHidden)
  const isPast = useIsPast()
  const title = useClientState((state) => state.notebook?.title)
  useEffect(() => {
    windowHasCome()
  }, [])
  useEffect(() => {
    const name = title ? `${title} – ${strings.app.appName}` : strings.app.appName
    document.title = isPast ? `${strings.history.past}: ${name}` : name
  }, [title, isPast])
  const addInsight = useCallback(async () => {
    const answer = await send('insight.add', { title: '', topics: topic === undefined ? [] : [topic] })
    if (answer.ok) go({ view: 'insights', insight: answer.result.id })
  }, [send, go, topic])

  useWorkspaceActions()

  useAction({ id: 'insight.new', run: () => void addInsight() })
  useAction({ id: 'history.undo', run: () => void undo(), isEnabled: isOutsideTextFields })
  useAction({ id: 'history.redo', run: () => void redo(), isEnabled: isOutsideTextFields })
  useAction({ id: 'view.insights', run: () => go({ view: 'insights', pane: 'list' }) })
  useAction({ id: 'view.sources', run: () => go({ view: 'sources', pane: 'list' }) })
  useAction({ id: 'view.reports', run: () => go({ view: 'reports' }) })
  useAction({ id: 'view.audit', run: () => go({ view: 'audit' }) })
  useAction({ id: 'view.figures', run: () => go({ view: 'figures' }) })
  useAction({ id: 'view.timeline', run: () => go({ view: 'timeline' }) })
  useAction({ id: 'view.trash', run: () => go({ view: 'trash' }) })
  useAction({ id: 'backups.show', run: () => go({ view: 'backups' }) })
  useAction({ id: 'damage.show', run: () => go({ view: 'damage' }) })
  useBackups()

  return (
    <div className={classes.window} data-rail-hidden={isRailHidden || undefined}>
      <DesktopLink />
      <TopBar onNewInsight={() => void addInsight()} />
      {!isRailHidden && <Rail />}
      <main className={classes.main}>
        <h1 className="visually-hidden">{title ?? strings.app.appName}</h1>
        {isPast && (
          <Suspense fallback={null}>
            <PastBar />
          </Suspense>
        )}
        <DamageNotice onLook={() => go({ view: 'damage' })} />
        <Suspense fallback={null}>
          <CurrentView />
        </Suspense>
      </main>
      <StatusBar />
      <Layers />
      {!isPast && <RecordDrops />}
      <AfterFirstScreen onAdded={(source) => go({ view: 'sources', source })} />
    </div>
  )
}

function CurrentView() {
  const view = useNavigation((navigation) => navigation.view)
  const report = useNavigation((navigation) => navigation.report)
  const query = useNavigation((navigation) => navigation.query)
  const metric = useNavigation((navigation) => navigation.metric)
  const { go, openPassage } = useNavigation.getState()
  const openInsight = useCallback((id: `insight:${string}`) => go({ view: 'insights', insight: id }), [go])
  switch (view) {
    case 'insights':
    case 'sources':
      return <Workbench />
    case 'reports':
      return (
        <ReportsView
          selected={report}
          onOpen={(id) => go({ report: id })}
          onOpenInsight={openInsight}
          onOpenMetric={(id) => go({ view: 'figures', metric: id })}
          onOpenPassage={openPassage}
        />
      )
    case 'figures':
      return <FiguresView metric={metric} onOpenMetric={(id) => go({ metric: id })} onOpenPassages={openPassages} />
    case 'timeline':
      return <TimelineView onOpenPassage={openPassage} onOpenInsight={openInsight} onOpenSource={(id) => go({ view: 'sources', source: id })} />
    case 'audit':
      return (
        <AuditView
          onOpenMetric={(id) => go({ view: 'figures', metric: id })}
          onOpenInsight={openInsight}
          onOpenSource={(id) => go({ view: 'sources', source: id })}
          onOpenReport={(id) => go({ view: 'reports', report: id })}
          onOpenPassage={openPassage}
        />
      )
    case 'trash':
      return <TrashView />
    case 'backups':
      return <BackupsView />
    case 'damage':
      return <DamageView onOpenInsight={openInsight} />
    case 'search':
      return (
        <SearchView
          query={query ?? ''}
          onOpenInsight={openInsight}
          onOpenPassage={openPassage}
          onOpenSource={(id) => go({ view: 'sources', source: id })}
          onOpenReport={(id) => go({ view: 'reports', report: id })}
        />
      )
  }
}

/** Ctrl/Cmd+Z belongs to the text field that has the focus. */
function isOutsideTextFields(): boolean {
  const { activeElement } = document
  return !(activeElement instanceof HTMLElement && (activeElement.isContentEditable || /^(INPUT|TEXTAREA)$/.test(activeElement.tagName)))
}
