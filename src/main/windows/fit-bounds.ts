// Where a window goes: where it was, as far as the screens that are there now allow.

export type Bounds = { x: number; y: number; width: number; height: number }
export type WantedBounds = { x?: number | undefined; y?: number | undefined; width: number; height: number }

export const smallestWindow = { width: 480, height: 360 }
const usualWindow = { width: 1400, height: 900 }

/** A window can be taken hold of by its title bar: this much of it must be on a screen. */
const gripWidth = 160
const gripHeight = 32

/**
 * `workAreas` are the screens without their bars, the primary one first; there may be none (a locked session, a screen that is being plugged in).
 * A window that can still be taken hold of stays where it was; any other goes whole onto the screen that it overlaps most, else onto the primary one.
 */
export function fitBounds(wanted: WantedBounds | undefined, workAreas: readonly Bounds[]): Bounds | { width: number; height: number } {
  const size = isSize(wanted) ? wanted : usualWindow
  const [primary] = workAreas
  if (!primary) return { width: Math.round(size.width), height: Math.round(size.height) }
  if (!isPlace(wanted)) return centreIn(primary, size)
  const place = { x: Math.round(wanted.x), y: Math.round(wanted.y), width: Math.round(size.width), height: Math.round(size.height) }
  const byOverlap = [...workAreas].sort((one, other) => overlap(other, place) - overlap(one, place))
  const screen = byOverlap[0] && overlap(byOverlap[0], place) > 0 ? byOverlap[0] : primary
  const isLargerThanScreen = place.width > screen.width || place.height > screen.height
  const isWithinReach = workAreas.some((area) => hasGripIn(area, place))
  return isWithinReach && !isLargerThanScreen ? place : moveInto(screen, place)
}

/** The place of one more window, a little below and beside the one that it was opened from. */
export function besides({ x, y, width, height }: Bounds): Bounds {
  return { x: x + gripHeight, y: y + gripHeight, width, height }
}

function isSize(wanted: WantedBounds | undefined): wanted is WantedBounds {
  return wanted !== undefined && [wanted.width, wanted.height].every((length) => Number.isFinite(length) && length >= 1)
}

function isPlace(wanted: WantedBounds | undefined): wanted is Bounds {
  return isSize(wanted) && Number.isFinite(wanted.x) && Number.isFinite(wanted.y)
}

function centreIn(area: Bounds, size: { width: number; height: number }): Bounds {
  const { width, height } = clampSize(area, size)
  return { x: Math.round(area.x + (area.width - width) / 2), y: Math.round(area.y + (area.height - height) / 2), width, height }
}

function moveInto(area: Bounds, place: Bounds): Bounds {
  const { width, height } = clampSize(area, place)
  return { x: clamp(place.x, area.x, area.x + area.width - width), y: clamp(place.y, area.y, area.y + area.height - height), width, height }
}

/** No larger than the screen; no smaller than the smallest window, unless the screen is. */
function clampSize(area: Bounds, { width, height }: { width: number; height: number }): { width: number; height: number } {
  return {
    width: Math.round(Math.min(Math.max(width, smallestWindow.width), area.width)),
    height: Math.round(Math.min(Math.max(height, smallestWindow.height), area.height)),
  }
}

function hasGripIn(area: Bounds, { x, y, width }: Bounds): boolean {
  const visibleWidth = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  return visibleWidth >= Math.min(gripWidth, width) && y >= area.y && y + gripHeight <= area.y + area.height
}

function overlap(one: Bounds, other: Bounds): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return Math.max(width, 0) * Math.max(height, 0)
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}
