// The window's start: policies first, then the wire, so that the host answers while the browser still compiles the window itself.

import './without-eval.ts'
import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/source-serif-4/index.css'
import './theme/mantine-styles.ts'
import '@mantine/notifications/styles.css'
import './theme/tokens.css'
import './theme/base.css'
import { installPolicies } from './ui/trusted-types.ts'
import { connect } from './wire/connect.ts'

installPolicies()
const { client, past } = connect()
void import('./window.tsx').then(({ openWindow }) => openWindow(client, past))
