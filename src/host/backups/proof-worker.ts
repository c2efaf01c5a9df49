// The worker that opens a backup to prove it, as what it parses would weigh on the windows' own thread.

import { parentPort, workerData } from 'node:worker_threads'
import { type ProofTask, proveInThread } from './prove-backup.ts'

parentPort?.postMessage(await proveInThread(workerData as ProofTask))
