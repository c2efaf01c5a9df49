// A file system on which the syncs of one folder that are asked for while another runs become one: a picture's own sync costs as much as writing it.

import type { FileSystem } from '../storage/file-system.ts'

export function withSharedSyncs(fileSystem: FileSystem): FileSystem {
  const running = new Map<string, Promise<void>>()
  const next = new Map<string, Promise<void>>()
  const start = (path: string): Promise<void> => {
    const sync = fileSystem.syncFolder(path).finally(() => running.delete(path))
    running.set(path, sync)
    return sync
  }
  return {
    ...fileSystem,
    syncFolder: (path) => {
      const current = running.get(path)
      if (!current) return start(path)
      // The one that runs may have begun before the name was there.
      let waiting = next.get(path)
      if (!waiting) {
        waiting = current
          .catch(() => {})
          .then(() => {
            next.delete(path)
            return start(path)
          })
        next.set(path, waiting)
      }
      return waiting
    },
  }
}
