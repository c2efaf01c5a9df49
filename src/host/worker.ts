// The one worker of a host: it turns a clipped page into Markdown, proves a backup, draws charts, or reads files for imports. Each loads only what it needs.

import { workerData } from 'node:worker_threads'

const task: object = typeof workerData === 'object' && workerData !== null ? workerData : {}
if ('html' in task) await import('./clips/clip-worker.ts')
else if ('prove' in task) await import('./backups/proof-worker.ts')
else if ('draw' in task) await import('./charts/chart-worker.ts')
else await import('./import/import-worker.ts')
