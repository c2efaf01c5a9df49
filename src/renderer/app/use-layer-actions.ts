// The actions that open a layer or change how the window looks: they work wherever the window is.

import { useMantineColorScheme } from '@mantine/core'
import { useAction } from '../keys/actions.ts'
import { firstLook, stepTextSize, useSettings } from '../theme/settings.ts'
import { useOpenLayer } from './open-layer.ts'

export function useLayerActions(): void {
  const open = useOpenLayer((state) => state.open)
  const { toggleColorScheme } = useMantineColorScheme()
  const { textSize, change } = useSettings()
  useAction({ id: 'palette.show', run: () => open('palette') })
  useAction({ id: 'capture.open', run: () => open('capture') })
  useAction({ id: 'keys.show', run: () => open('keys') })
  useAction({ id: 'settings.show', run: () => open('settings') })
  useAction({ id: 'clippers.show', run: () => open('clippers') })
  useAction({ id: 'starter.reset', run: () => open('reset') })
  useAction({ id: 'view.theme', run: toggleColorScheme })
  useAction({ id: 'view.text-larger', run: () => change({ textSize: stepTextSize(textSize, 1) }) })
  useAction({ id: 'view.text-smaller', run: () => change({ textSize: stepTextSize(textSize, -1) }) })
  useAction({ id: 'view.text-normal', run: () => change({ textSize: firstLook.textSize }) })
}
