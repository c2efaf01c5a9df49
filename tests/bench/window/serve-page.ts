// A process of its own that serves a built page beside a notebook, by the server that `footing serve` uses: `serve-page.ts NOTEBOOK ASSETS`.

import { openNotebook } from '../../../src/host/open-notebook.ts'
import { startLocalServer } from '../../../src/host/server/start-local-server.ts'

const [folder, assets] = process.argv.slice(2)
if (!folder || !assets) throw new Error('serve-page.ts NOTEBOOK ASSETS')
const notebook = await openNotebook(folder)
const { url } = await startLocalServer({ notebook, assets, startLink: 'until closed' })
process.stdout.write(`${url}\n`)
