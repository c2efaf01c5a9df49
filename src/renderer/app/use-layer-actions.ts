// The actions that open a layer or change how the window looks: they work wherever the window is.

import { useMantineColorScheme } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useAction } from '../keys/actions.ts'
import { useLiveClient } from '../notebook/notebook-context.ts'
import { enterPast, useIsPast } from '../notebook/past.ts'
import { strings } from '../strings/strings.ts'
import { firstLook, stepMeasure, stepTextSize, useSettings } from '../theme/settings.ts'
import { useOpenLayer } from './open-layer.ts'

/** Shorter than this nobody wonders whether anything happens. */
const showBusyAfterMs = 500
const busyId = 'past-opening'

export function useLayerActions(): void {
  const open = useOpenLayer((state) => state.open)
  const { toggleColorScheme } = useMantineColorScheme()
  const live = useLiveClient()
  const isPast = useIsPast()
  const look = async () => {
    const busy = setTimeout(
      () => notifications.show({ id: busyId, loading: true, message: strings.history.opening, autoClose: false }),
      showBusyAfterMs,
    )
    const problem = await enterPast(live)
    clearTimeout(busy)
    notifications.hide(busyId)
    if (problem) notifications.show({ color: 'red', title: strings.app.problemTitle, message: problem.message })
  }
  const { textSize, measure, change } = useSettings()
  useAction({ id: 'palette.show', run: () => open('palette') })
  useAction({ id: 'capture.open', run: () => open('capture') })
  useAction({ id: 'keys.show', run: () => open('keys') })
  useAction({ id: 'history.size', run: () => open('history'), isEnabled: () => !isPast })
  useAction({ id: 'past.look', run: () => void look(), isEnabled: () => !isPast })
  useAction({ id: 'settings.show', run: () => open('settings') })
  useAction({ id: 'sources.export', run: () => open('exports') })
  useAction({ id: 'clippers.show', run: () => open('clippers') })
  useAction({ id: 'starter.reset', run: () => open('reset') })
  useAction({ id: 'view.theme', run: toggleColorScheme })
  useAction({ id: 'view.text-larger', run: () => change({ textSize: stepTextSize(textSize, 1) }) })
  useAction({ id: 'view.text-smaller', run: () => change({ textSize: stepTextSize(textSize, -1) }) })
  useAction({ id: 'view.text-normal', run: () => change({ textSize: firstLook.textSize }) })
  useAction({ id: 'view.text-wider', run: () => change({ measure: stepMeasure(measure, 1) }) })
  useAction({ id: 'view.text-narrower', run: () => change({ measure: stepMeasure(measure, -1) }) })
}
