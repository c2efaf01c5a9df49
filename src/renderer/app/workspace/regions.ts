// The parts of the window that F6 goes round: the rail, the list, the panes, the status bar. Each takes the focus back to where it was in it.

const regionSelector = '[data-region]'
const focusable = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [contenteditable="true"], [tabindex]'

const lastFocus = new WeakMap<Element, HTMLElement>()

/** Call once. */
export function rememberRegions(): void {
  document.addEventListener('focusin', ({ target }) => {
    const region = target instanceof HTMLElement ? target.closest(regionSelector) : null
    if (region) lastFocus.set(region, target as HTMLElement)
  })
}

export function focusNextRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(regionSelector)].filter((region) => region.checkVisibility())
  const position = regions.findIndex((region) => region.contains(document.activeElement))
  for (let turn = 1; turn <= regions.length; turn += 1) {
    const from = position < 0 && step < 0 ? 0 : position
    const region = regions[(from + step * turn + regions.length * 2) % regions.length]
    if (region && focusRegion(region)) return
  }
}

function focusRegion(region: HTMLElement): boolean {
  const held = lastFocus.get(region)
  const target = held?.isConnected && held.checkVisibility() ? held : firstIn(region)
  target?.focus({ preventScroll: true })
  return target !== undefined && region.contains(document.activeElement)
}

/** What is chosen in it first: the open row's list, the active tab, the current part. */
function firstIn(region: HTMLElement): HTMLElement | undefined {
  const preferred = region.querySelector<HTMLElement>('[role="listbox"], [aria-current="page"], [role="tab"][tabindex="0"]')
  return preferred ?? [...region.querySelectorAll<HTMLElement>(focusable)].find((element) => element.tabIndex >= 0 && element.checkVisibility())
}
