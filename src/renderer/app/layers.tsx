// The layers over the window: palette, keys, settings, quick capture. Their actions work wherever the window is.

import { useEffect } from 'react'
import type { TitledTable } from '../../core/contract/questions.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { Palette } from '../features/palette/palette.tsx'
import { useRecent } from '../features/palette/recent.ts'
import { runAction, useAction } from '../keys/actions.ts'
import { useSend } from '../notebook/use-send.tsx'
import { type Place, useNavigation } from './navigation.ts'
import { useOpenLayer } from './open-layer.ts'
import { openPlace } from './open-place.ts'

export function Layers() {
  const { layer, commands, open, close } = useOpenLayer()
  const send = useSend()
  useRecentPlaces()
  useAction({ id: 'palette.show', run: () => open('palette') })
  const addInsight = async (title: string) => {
    const answer = await send('insight.add', { title })
    if (answer.ok) openPlace({ view: 'insights', insight: answer.result.id, pane: 'insight' })
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
