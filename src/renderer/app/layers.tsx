// The layers over the window: palette, keys, settings, quick capture. Their actions work wherever the window is.

import { Suspense, useEffect } from 'react'
import type { TitledTable } from '../../core/contract/questions.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { CaptureDialog } from '../features/capture/capture-dialog.tsx'
import { Palette } from '../features/palette/palette.tsx'
import { useRecent } from '../features/palette/recent.ts'
import { runAction, useAction } from '../keys/actions.ts'
import { useShownVersions } from '../notebook/shown-versions.ts'
import { useSend } from '../notebook/use-send.tsx'
import { useShownTexts } from '../ui/shown-texts.ts'
import { ClippersDialog, ExportsDialog, HistorySizeDialog, KeysDialog, SettingsDialog, SourceTexts, VersionsDialog } from './later-parts.tsx'
import { openPlace, type Place, useNavigation } from './navigation.ts'
import { useOpenLayer } from './open-layer.ts'
import { ResetStarterDialog } from './reset-starter-dialog.tsx'
import { useLayerActions } from './use-layer-actions.ts'

export function Layers() {
  const { layer, commands, open, close } = useOpenLayer()
  const send = useSend()
  const versions = useShownVersions()
  const texts = useShownTexts()
  const recentCount = useRecent((recent) => recent.things.length + recent.commands.length)
  const forgetRecent = useRecent((recent) => recent.forget)
  useRecentPlaces()
  useLayerActions()
  const topic = useNavigation((navigation) => (navigation.view === 'insights' ? navigation.topic : undefined))
  const shownSource = useNavigation((navigation) => (navigation.view === 'sources' ? navigation.source : undefined))
  const addReport = async () => {
    const answer = await send('report.add', { title: '' })
    if (answer.ok) openPlace({ view: 'reports', report: answer.result.id })
  }
  // The view of reports, once it is there, does the same and knows its panes.
  useAction({ id: 'report.new', run: () => void addReport() })
  const openInsight = (insight: RecordId<'insight'>) => openPlace({ view: 'insights', insight, pane: 'insight' })
  const addInsight = async (title: string) => {
    const answer = await send('insight.add', { title })
    if (answer.ok) openInsight(answer.result.id)
  }
  return (
    <>
      {layer === 'palette' && (
        <Palette
          commands={commands}
          onClose={close}
          onRun={(action) => runAction(action)}
          onOpen={({ table, id }, options) => openPlace(placeOf(table, id), options)}
          onTopic={(topic) => openPlace({ view: 'insights', topic, pane: 'list' })}
          onSearch={(query) => openPlace({ view: 'search', query, pane: 'list' })}
          onNewInsight={(title) => void addInsight(title)}
        />
      )}
      {layer === 'capture' && <CaptureDialog topic={topic} onClose={close} onOpenInsight={openInsight} />}
      <Suspense fallback={null}>
        {layer === 'keys' && <KeysDialog onClose={close} />}
        {layer === 'settings' && (
          <SettingsDialog
            onClose={close}
            recentCount={recentCount}
            onForgetRecent={forgetRecent}
            onShowKeys={() => open('keys')}
            onShowClippers={() => open('clippers')}
          />
        )}
        {layer === 'clippers' && <ClippersDialog onClose={close} />}
        {layer === 'exports' && <ExportsDialog source={shownSource} onClose={close} />}
      </Suspense>
      {layer === 'reset' && <ResetStarterDialog onClose={close} />}
      <Suspense fallback={null}>
        {layer === 'history' && <HistorySizeDialog onClose={close} />}
        {texts.source && (
          <SourceTexts
            key={`${texts.source} ${texts.part}`}
            id={texts.source}
            part={texts.part}
            onOpenInsight={openInsight}
            onOpenMetric={(metric) => openPlace({ view: 'figures', metric })}
            onOpenReport={(report) => openPlace({ view: 'reports', report })}
          />
        )}
        {versions.record && <VersionsDialog key={versions.record} record={versions.record} title={versions.title} onClose={versions.close} />}
      </Suspense>
    </>
  )
}

function placeOf(table: TitledTable, id: RecordId): Partial<Place> {
  switch (table) {
    case 'insights':
      return { view: 'insights', insight: id as RecordId<'insight'>, pane: 'insight' }
    case 'sources':
      return { view: 'sources', source: id as RecordId<'source'>, pane: 'source' }
    case 'reports':
      return { view: 'reports', report: id as RecordId<'report'> }
  }
}

/** Whatever way a thing was opened, the palette has it first the next time. */
function useRecentPlaces(): void {
  const { insight, source, report } = useNavigation()
  const noteThing = useRecent((recent) => recent.noteThing)
  useEffect(() => {
    if (report) noteThing(report)
  }, [report, noteThing])
  useEffect(() => {
    if (source) noteThing(source)
  }, [source, noteThing])
  useEffect(() => {
    if (insight) noteThing(insight)
  }, [insight, noteThing])
}
