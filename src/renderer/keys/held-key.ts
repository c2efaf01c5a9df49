// A key pressed for a part of the window that is still on its way is kept until the part is there: in the half second after the start, too.

import { isModifier } from './kept-keys.ts'

/** From the first moment until the window is there; then while any later part is fetched and mounted. */
let coming = 1
let held: { key: string; event: KeyboardEvent; until: number } | undefined

/** After its code is there a part still renders, and asks the notebook for what it shows. */
const settleMs = 1_500
const longestHoldMs = 5_000

export function isPartComing(): boolean {
  return coming > 0
}

/** Marks a part as coming until its promise settles and it had the time to appear. */
export async function whilePartComes<Part>(part: Promise<Part>): Promise<Part> {
  coming += 1
  try {
    return await part
  } finally {
    setTimeout(partHasCome, settleMs)
  }
}

/** Call once when the window itself is there. */
export function windowHasCome(): void {
  setTimeout(partHasCome, settleMs)
}

function partHasCome(): void {
  coming -= 1
}

/** Keeps the key for `takeHeldKey`; false where nothing is coming that could want it. */
export function holdKey(key: string, event: KeyboardEvent): boolean {
  if (coming === 0) return false
  held = { key, event, until: performance.now() + longestHoldMs }
  return true
}

/** Whoever goes on with something else does not mean the key any more. */
export function dropHeldKey(event?: Event): void {
  if (event instanceof KeyboardEvent && isModifier(event.key)) return
  held = undefined
}

export function heldKey(): { key: string; event: KeyboardEvent } | undefined {
  if (held && performance.now() > held.until) held = undefined
  return held
}

/** For what a key or a click began and what takes a while: asked later, it says whether nothing else was pressed in the meantime. */
export function noteWish(): () => boolean {
  let isMeant = true
  const drop = (event: Event) => {
    if (event instanceof KeyboardEvent && isModifier(event.key)) return
    isMeant = false
  }
  // Not the event that is being handled right now.
  const timer = setTimeout(() => {
    for (const type of ['keydown', 'pointerdown']) addEventListener(type, drop, { capture: true })
  })
  return () => {
    clearTimeout(timer)
    for (const type of ['keydown', 'pointerdown']) removeEventListener(type, drop, { capture: true })
    return isMeant
  }
}
