// Tells the program of the page's title whenever it changes: DevTools tell of it only as the page navigates.

/** Stands alone: it is run by its source, in the preload's world. */
export function followTitle(tell: (title: string) => void): void {
  let told = ''
  const tellNew = () => {
    if (document.title === told) return
    told = document.title
    tell(told)
  }
  document.addEventListener('DOMContentLoaded', () => {
    tellNew()
    new MutationObserver(tellNew).observe(document.head, { subtree: true, childList: true, characterData: true })
  })
}
