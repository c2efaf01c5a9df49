// Finding things in the window as a person does: by what they are and what they are called, and only where they can be seen.

/** The first element that matches and is shown within the window. */
export function findShown(selector: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(selector)].find(isShown)
}

/** The same for a button that is known by its words. */
export function findButton(within: string, words: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(`${within} button, ${within} label`)].find(
    (button) => button.textContent.trim().startsWith(words) && isShown(button),
  )
}

export const named = (kind: string, name: string) => `${kind}[aria-label=${JSON.stringify(name)}]`

function isShown(element: HTMLElement): boolean {
  const { width, height, top, bottom, left, right } = element.getBoundingClientRect()
  if (width === 0 || height === 0) return false
  return bottom > 0 && right > 0 && top < innerHeight && left < innerWidth && element.checkVisibility({ visibilityProperty: true })
}
