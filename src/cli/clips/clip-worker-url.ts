// Where the worker that reads clipped pages lies: beside the sources, which `footing` runs as they are.

export const clipWorkerUrl = new URL('./clip-worker.ts', import.meta.url)
