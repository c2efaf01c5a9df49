// Escape ends the tour, but only where nothing else has a use for it: a text field, a menu, a dialog, a card over the text.

import { useEffect, useRef } from 'react'
import { isTextField } from '../../keys/actions.ts'

const layers = '[role=dialog], [role=menu], [role=toolbar], [role=listbox].cm-tooltip-autocomplete, [aria-selected=true][data-marked]'

export function useEscape(isOn: boolean, onEscape: () => void): void {
  const latest = useRef(onEscape)
  latest.current = onEscape
  useEffect(() => {
    if (!isOn) return
    let isFree = false
    // At first, before whoever takes the key closes what it was for; at last, whether anybody took it.
    const look = (event: KeyboardEvent) => {
      isFree = event.key === 'Escape' && !event.isComposing && !isTextField(event.target) && document.querySelector(layers) === null
    }
    const act = (event: KeyboardEvent) => {
      if (isFree && event.key === 'Escape' && !event.defaultPrevented) latest.current()
    }
    window.addEventListener('keydown', look, { capture: true })
    window.addEventListener('keydown', act)
    return () => {
      window.removeEventListener('keydown', look, { capture: true })
      window.removeEventListener('keydown', act)
    }
  }, [isOn])
}
