// The way to toasts by key, and back to where the work was once a toast is gone. (While one has the focus or the pointer, it stays.)

import { useEffect, useRef } from 'react'
import { useAction } from '../keys/actions.ts'

/** Mantine lets a toast slide away before it is taken out of the page. */
const goneAfterMs = 400
const toastSelector = '.mantine-Notification-root'

export function ToastFocus() {
  const before = useRef<HTMLElement>(null)
  useAction({
    id: 'toast.focus',
    // The newest stands last; pressing again goes on to the one before it.
    run: () => {
      const buttons = toastButtons()
      const held = buttons.findIndex((button) => button.closest(toastSelector)?.contains(document.activeElement))
      if (held < 0 && document.activeElement instanceof HTMLElement) before.current = document.activeElement
      buttons[held > 0 ? held - 1 : buttons.length - 1]?.focus()
    },
    isEnabled: () => toastButtons().length > 0,
  })
  useEffect(() => {
    // A toast that was pressed takes the focus with it when it goes, which no event tells.
    const press = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || !event.target.closest(toastSelector)) return
      setTimeout(() => {
        if (document.activeElement === document.body && before.current?.isConnected) before.current.focus({ preventScroll: true })
        before.current = null
      }, goneAfterMs)
    }
    document.addEventListener('click', press, true)
    return () => document.removeEventListener('click', press, true)
  }, [])
  return null
}

/** The first button of each toast, the one that it offers. */
function toastButtons(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(toastSelector)].flatMap((toast) => toast.querySelector<HTMLElement>('button') ?? [])
}
