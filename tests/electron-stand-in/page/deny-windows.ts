// `window.open` as a page has it whose every window is denied: the program is told, and the page gets null, as from Electron.

/** Stands alone: it is run by its source, in the page's world. `secret` names the event by which the preload's world hears of it. */
export function denyWindows(secret: string): void {
  const tell = document.dispatchEvent.bind(document)
  window.open = (address = 'about:blank') => {
    tell(new CustomEvent(`${secret}:open`, { detail: new URL(address, document.baseURI).href }))
    return null
  }
}
