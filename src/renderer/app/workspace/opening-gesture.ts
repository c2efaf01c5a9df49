// How a thing is asked to be opened, wherever in the window it stands: Ctrl or Cmd and the middle button mean a new tab, Alt the other pane.
//
// Lists, links, citations and evidence only say what they open. Which keys were held is read here, from the event that is being handled, so that
// no feature needs to know of tabs. In a list of which several rows can be chosen, a click with Ctrl or Cmd chooses; the middle button, and Enter with
// Ctrl or Cmd, open there as everywhere.

export type OpeningWish = { newTab?: boolean | undefined; beside?: boolean | undefined }

/** What a middle click or Mod+Enter opens: rows, links of a note, and whatever says of itself that it opens a document. */
const openers = '[role="option"], a[data-citekey], a.wikilink, [data-opens], .cm-content [role="link"]'

const nothingAsked: OpeningWish = {}
let asked: OpeningWish = nothingAsked

export function currentOpening(): OpeningWish {
  return asked
}

function openingAs(wish: OpeningWish, open: () => void): void {
  asked = wish
  open()
  asked = nothingAsked
}

/** Call once. */
export function followOpeningGestures(): void {
  window.addEventListener('click', (event) => event.isTrusted && ask(event, wishOf(event)), { capture: true })
  window.addEventListener(
    'mousedown',
    (event) => {
      // A middle click starts scrolling where it is not taken away.
      if (event.button === 1 && openerAt(event.target)) event.preventDefault()
      // Links in an editor are followed as soon as the button is down.
      if (event.button === 0 && event.isTrusted) ask(event, wishOf(event))
    },
    { capture: true },
  )
  window.addEventListener('auxclick', (event) => {
    const opener = event.button === 1 ? openerAt(event.target) : undefined
    if (!opener || event.defaultPrevented) return
    event.preventDefault()
    openingAs({ newTab: true, beside: event.altKey }, () => press(opener))
  })
  window.addEventListener('keydown', onKey, { capture: true })
}

function onKey(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229 || event.shiftKey) return
  const { target } = event
  if (!(event.ctrlKey || event.metaKey || event.altKey) || !(target instanceof HTMLElement)) return
  // In a text, Mod+Enter follows the link at the cursor, which is a plain opening.
  if (target.isContentEditable) return
  const active = target.getAttribute('aria-activedescendant')
  const opener = active ? document.getElementById(active) : target.closest<HTMLElement>(openers)
  if (!opener?.matches(openers)) return
  event.preventDefault()
  event.stopPropagation()
  openingAs(wishOf(event), () => press(opener))
}

function press(opener: HTMLElement): void {
  if (opener.role === 'link') opener.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }))
  else opener.click()
}

function wishOf({ ctrlKey, metaKey, altKey }: MouseEvent | KeyboardEvent): OpeningWish {
  return { newTab: ctrlKey || metaKey, beside: altKey }
}

/** Until everything that hears this event has heard it; what asks the notebook first and opens then opens plainly. */
function ask(event: Event, wish: OpeningWish): void {
  asked = wish
  window.addEventListener(event.type, () => queueMicrotask(forget), { once: true })
  // Where something stops the event on its way up.
  setTimeout(forget, 0)
}

function forget(): void {
  asked = nothingAsked
}

function openerAt(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element ? target.closest<HTMLElement>(openers) : null) ?? undefined
}
