// The window's start: policies first, then one client, then React.

import './without-eval.ts'
import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/source-serif-4/index.css'
import './theme/mantine-styles.ts'
import '@mantine/notifications/styles.css'
import './theme/tokens.css'
import './theme/base.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { openLinksOutside } from './app/external-links.ts'
import { followAddress } from './app/navigation.ts'
import { WindowNotebook } from './app/window-notebook.tsx'
import { keepWorkspace } from './app/workspace/keep-workspace.ts'
import { followMouseHistory } from './app/workspace/mouse-history.ts'
import { followOpeningGestures } from './app/workspace/opening-gesture.ts'
import { rememberRegions } from './app/workspace/regions.ts'
import { useRecent } from './features/palette/recent.ts'
import { listenToKeys } from './keys/actions.ts'
import { useKeySettings } from './keys/key-settings.ts'
import { followPast } from './notebook/past.ts'
import { applySettings, useSettings } from './theme/settings.ts'
import { theme, toCssVariables } from './theme/theme.ts'
import { followOtherWindows } from './ui/follow-other-windows.ts'
import { holdPastes } from './ui/held-paste.ts'
import { installPolicies, styleNonce } from './ui/trusted-types.ts'
import { connect } from './wire/connect.ts'

installPolicies()
const { client, past } = connect()
followPast(past)
keepWorkspace(client)
followAddress()
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
