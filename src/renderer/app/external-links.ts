// Links that lead out of the notebook open beside it, wherever in the window they stand: the notebook itself never navigates away.

const outside = /^(?:https?|mailto):/i

/** Call once. Electron's shell takes such openings over and hands them to the system's browser. */
export function openLinksOutside(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
    if (!link || event.defaultPrevented || !outside.test(link.href) || link.origin === location.origin) return
    event.preventDefault()
    window.open(link.href, '_blank', 'noopener,noreferrer')
  })
}
