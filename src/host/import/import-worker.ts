// The worker that reads files for an import: a page that hangs a parser hangs this thread, which can be ended.

import { parentPort } from 'node:worker_threads'
import { Refusal } from '../../core/store/refusal.ts'
import { nodeFileSystem } from '../storage/file-system.ts'
import { storeFile, storeImage } from '../storage/store-image.ts'
import { FolderPictures } from './folder-pictures.ts'
import { readProblem } from './list-files.ts'
import { type ReadRequest, type ReadResult, readOneFile } from './read-one-file.ts'
import { withSharedSyncs } from './shared-sync.ts'

/**
 * Before any request: the thread begins while the folders are still being listed. `notebook` is the folder that pictures and original files go to;
 * `atOnce`: while one waits for the disk, others are read; 1 where it has to be known which one breaks the thread. `pictures` are the paths within each.
 */
export type WorkerTask = { notebook: string; atOnce: number; folders: { path: string; pictures: string[] }[] }
export type WorkerRequest = ReadRequest & { job: number; folder: number }
/** Several at once: each message costs as much as reading a note. */
export type WorkerAnswer = { job: number; result: ReadResult }[]

const fileSystem = withSharedSyncs(nodeFileSystem)
let notebook = ''
let atOnce = 1
let pictures: FolderPictures[] = []
const keepPicture = (bytes: Uint8Array) => storeImage(fileSystem, notebook, bytes)
const keepOriginal = async (bytes: Uint8Array, extension: string) => void (await storeFile(fileSystem, notebook, bytes, extension))

const waiting: WorkerRequest[] = []
let reading = 0
parentPort?.on('message', (requests: WorkerRequest[] | WorkerTask) => {
  if ('folders' in requests) {
    notebook = requests.notebook
    atOnce = requests.atOnce
    pictures = requests.folders.map(({ path, pictures: names }) => new FolderPictures(path, names, keepPicture))
    return
  }
  waiting.push(...requests)
  for (let free = atOnce - reading; free > 0; free -= 1) void readOn()
})

async function readOn(): Promise<void> {
  reading += 1
  for (let request = waiting.shift(); request; request = waiting.shift()) {
    const result = await readOneFile(request, { pictures: pictures[request.folder] as FolderPictures, keepOriginal }).catch(explain)
    answers.push({ job: request.job, result })
    if (answers.length >= mostTogether || atOnce === 1) answer()
    else soon ??= setImmediate(answer)
  }
  reading -= 1
}

const mostTogether = 16
const answers: WorkerAnswer = []
let soon: NodeJS.Immediate | undefined
function answer(): void {
  clearImmediate(soon)
  soon = undefined
  if (answers.length > 0) parentPort?.postMessage(answers.splice(0))
}

function explain(error: unknown): ReadResult {
  if (error instanceof Refusal) return { kind: 'refused', reason: error.message }
  if (error instanceof RangeError) return { kind: 'refused', reason: 'nested too deeply to be read' }
  if ((error as NodeJS.ErrnoException).code !== undefined) return { kind: 'refused', reason: readProblem(error) }
  return { kind: 'refused', reason: `cannot be read: ${error instanceof Error ? error.message.split('\n')[0] : 'damaged'}` }
}

// It has begun: what it takes to load is nothing that a file can be blamed for.
parentPort?.postMessage([] satisfies WorkerAnswer)
