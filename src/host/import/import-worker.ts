// The worker that reads files for an import, one at a time and in order: a page that hangs a parser hangs this thread, which can be ended.

import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../../core/store/refusal.ts'
import { nodeFileSystem } from '../storage/file-system.ts'
import { storeFile, storeImage } from '../storage/store-image.ts'
import { FolderPictures } from './folder-pictures.ts'
import { readProblem } from './list-files.ts'
import { type ReadRequest, type ReadResult, readOneFile } from './read-one-file.ts'

/** `pictures` are the paths within each folder that is imported. */
export type WorkerStart = { notebook: string; folders: { path: string; pictures: string[] }[] }
export type WorkerRequest = ReadRequest & { job: number; folder: number }
export type WorkerAnswer = { job: number; result: ReadResult }

const { notebook, folders } = workerData as WorkerStart
const keepPicture = (bytes: Uint8Array) => storeImage(nodeFileSystem, notebook, bytes)
const keepOriginal = async (bytes: Uint8Array, extension: string) => void (await storeFile(nodeFileSystem, notebook, bytes, extension))
const pictures = folders.map(({ path, pictures: names }) => new FolderPictures(path, names, keepPicture))

let last: Promise<void> = Promise.resolve()
parentPort?.on('message', (request: WorkerRequest) => {
  last = last.then(async () => {
    const result = await readOneFile(request, { pictures: pictures[request.folder] as FolderPictures, keepOriginal }).catch(explain)
    parentPort?.postMessage({ job: request.job, result } satisfies WorkerAnswer)
  })
})

function explain(error: unknown): ReadResult {
  if (error instanceof Refusal) return { kind: 'refused', reason: error.message }
  if (error instanceof RangeError) return { kind: 'refused', reason: 'nested too deeply to be read' }
  if ((error as NodeJS.ErrnoException).code !== undefined) return { kind: 'refused', reason: readProblem(error) }
  return { kind: 'refused', reason: `cannot be read: ${error instanceof Error ? error.message.split('\n')[0] : 'damaged'}` }
}
