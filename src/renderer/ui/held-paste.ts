// What is pasted while the part that takes it is still on its way is kept until that part is there.

import { isTextField } from '../keys/actions.ts'
import { isPartComing } from '../keys/held-key.ts'

let held: { transfer: DataTransfer; until: number } | undefined

const longestHoldMs = 5_000

/** Call once. It listens on the window, behind every part that takes pastes on the document. */
export function holdPastes(): void {
  window.addEventListener('paste', (event) => {
    const { clipboardData, target, defaultPrevented } = event
    if (!clipboardData || defaultPrevented || isTextField(target) || !isPartComing()) return
    held = { transfer: copyTransfer(clipboardData), until: performance.now() + longestHoldMs }
  })
  window.addEventListener('pointerdown', () => {
    held = undefined
  })
}

/** For the part that takes pastes, when it appears. */
export function takeHeldPaste(): DataTransfer | undefined {
  const taken = held
  held = undefined
  return taken && performance.now() <= taken.until ? taken.transfer : undefined
}

/** The browser empties the event's own as soon as its listeners have returned. */
function copyTransfer(transfer: DataTransfer): DataTransfer {
  const copy = new DataTransfer()
  for (const type of transfer.types) if (type !== 'Files') copy.setData(type, transfer.getData(type))
  for (const file of transfer.files) copy.items.add(file)
  return copy
}
