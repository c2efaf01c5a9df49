// Brings a passage into view and flashes it.

import { isMotionReduced } from '../../theme/settings.ts'
import { paint } from './paint-highlights.ts'

const flashMs = 1_800
const blinkMs = 220
const maxTries = 6

let ending: ReturnType<typeof setTimeout>[] = []

/**
 * Scrolls `scroller` so that the passage stands in its upper third. Blocks out of sight have only estimated heights until they are near, so the
 * place is looked at again until it holds still.
 */
export function revealPassage(scroller: HTMLElement, range: Range): void {
  // Lets the browser lay out what is skipped while out of sight.
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
  const settle = (triesLeft: number) => {
    const view = scroller.getBoundingClientRect()
    const { top, bottom } = range.getBoundingClientRect()
    const wanted = view.top + Math.max(24, Math.min(view.height / 3, view.height - (bottom - top) - 24))
    const before = scroller.scrollTop
    if (Math.abs(top - wanted) > 2) scroller.scrollTop += top - wanted
    if (triesLeft > 0 && scroller.scrollTop !== before) requestAnimationFrame(() => settle(triesLeft - 1))
  }
  settle(maxTries)
}

/** Blinks once and then stays a moment; where motion is not wanted it only stays. */
export function flashPassage(range: Range): void {
  for (const timer of ending) clearTimeout(timer)
  paint('flash', [range])
  ending = [setTimeout(() => paint('flash', []), flashMs)]
  if (isMotionReduced()) return
  ending.push(
    setTimeout(() => paint('flash', []), blinkMs),
    setTimeout(() => paint('flash', [range]), 2 * blinkMs),
  )
}
