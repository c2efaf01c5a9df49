// The window itself: what it listens to, then its first rendering, with its first rows where the host is quick enough.

import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { createRoot } from 'react-dom/client'
import type { NotebookClient } from '../core/contract/notebook-client.ts'
import type { PastLink } from '../core/contract/past-link.ts'
import { App } from './app/app.tsx'
import { openLinksOutside } from './app/external-links.ts'
import { followAddress, useNavigation } from './app/navigation.ts'
import { WindowNotebook } from './app/window-notebook.tsx'
import { keepWorkspace } from './app/workspace/keep-workspace.ts'
import { followMouseHistory } from './app/workspace/mouse-history.ts'
import { followOpeningGestures } from './app/workspace/opening-gesture.ts'
import { rememberRegions } from './app/workspace/regions.ts'
import { firstInsights } from './features/insights/first-insights.ts'
import { useRecent } from './features/palette/recent.ts'
import { listenToKeys } from './keys/actions.ts'
import { useKeySettings } from './keys/key-settings.ts'
import { followPast } from './notebook/past.ts'
import { watchesOf } from './notebook/shared-watches.ts'
import { applySettings, useSettings } from './theme/settings.ts'
import { theme, toCssVariables } from './theme/theme.ts'
import { followOtherWindows } from './ui/follow-other-windows.ts'
import { holdPastes } from './ui/held-paste.ts'
import { styleNonce } from './ui/trusted-types.ts'

/** A host that needs longer than this is waited for by a window that can be seen. */
const mostWaitMs = 150
/** The lists hold on to what was asked for here as soon as they are rendered. */
const handOverMs = 2_000

export async function openWindow(client: NotebookClient, past: PastLink): Promise<void> {
  followPast(past)
  keepWorkspace(client)
  followAddress()
  const firstAnswers = askForFirstScreen(client)
  applySettings(document.documentElement)
  followOtherWindows([useSettings, useKeySettings, useRecent])
  followOpeningGestures()
  followMouseHistory()
  rememberRegions()
  openLinksOutside()
  listenToKeys()
  holdPastes()
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  await Promise.race([firstAnswers, new Promise((resolve) => setTimeout(resolve, mostWaitMs))])
  createRoot(root).render(
    <MantineProvider theme={theme} cssVariablesResolver={toCssVariables} defaultColorScheme="auto" getStyleNonce={() => styleNonce}>
      <WindowNotebook live={client}>
        {(isPast) => (
          <>
            <Notifications position="bottom-right" limit={4} />
            <App key={isPast ? 'past' : 'now'} />
          </>
        )}
      </WindowNotebook>
    </MantineProvider>,
  )
}

/** Rendering once with rows is half the work of rendering three times: without, with the counts, and with the rows. */
async function askForFirstScreen(client: NotebookClient): Promise<void> {
  const watches = watchesOf(client)
  const { view, topic } = useNavigation.getState()
  const counts = new Promise<void>((resolve) => {
    const watch = watches.openCounts(() => resolve())
    setTimeout(watch.close, handOverMs)
  })
  const rows = new Promise<void>((resolve) => {
    if (view !== 'insights') return resolve()
    const { params, page } = firstInsights(topic)
    const watch = watches.open('insights', JSON.stringify(params), page, () => resolve())
    setTimeout(watch.close, handOverMs)
  })
  await Promise.all([counts, rows])
}
