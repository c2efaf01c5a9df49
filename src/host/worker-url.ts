// Where the worker lies beside the sources, for shells that run them as they are; the desktop's build makes it an input of its own.

export const workerUrl = new URL('./worker.ts', import.meta.url)
