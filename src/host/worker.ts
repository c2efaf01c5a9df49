// The one worker of a host: it turns a clipped page into Markdown, or reads files for imports. Each loads only what it needs.

import { workerData } from 'node:worker_threads'

if (typeof workerData === 'object' && workerData !== null && 'html' in workerData) await import('./clips/clip-worker.ts')
else await import('./import/import-worker.ts')
