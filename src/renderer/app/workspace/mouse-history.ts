// The buttons at the side of a mouse: back and forward through what was shown.

import { useNavigation } from '../navigation.ts'

/** Call once. A browser would go through its own history, which begins anew with every start. */
export function followMouseHistory(): void {
  const take = (event: MouseEvent) => {
    if (event.button !== 3 && event.button !== 4) return
    event.preventDefault()
    if (event.type !== 'mouseup') return
    const { back, forward } = useNavigation.getState()
    if (event.button === 3) back()
    else forward()
  }
  window.addEventListener('mousedown', take)
  window.addEventListener('mouseup', take)
}
