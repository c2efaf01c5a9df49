// Where the worker of imports lies beside the sources, for shells that run them as they are.

export const importWorkerUrl = new URL('./import-worker.ts', import.meta.url)
