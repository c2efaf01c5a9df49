// What is kept in the browser's storage is one for all its windows: a change in one of them shows in the others at once.

type KeptStore = { persist: { getOptions: () => { name?: string | undefined }; rehydrate: () => Promise<void> | void } }

/** Call once. The event is only sent to the other windows, so nothing goes round in circles. */
export function followOtherWindows(stores: readonly KeptStore[]): void {
  window.addEventListener('storage', ({ key }) => {
    for (const { persist } of stores) if (key === null || key === persist.getOptions().name) void persist.rehydrate()
  })
}
