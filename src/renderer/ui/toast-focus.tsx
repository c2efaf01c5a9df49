// The way to toasts by key, and back to where the work was once a toast is gone. (While one has the focus or the pointer, it stays.)

import { useEffect, useRef } from 'react'
import { useAction } from '../keys/actions.ts'

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
    const leave = (event: FocusEvent) => {
      const wasInToast = event.target instanceof Element && event.target.closest(toastSelector) !== null
      if (!wasInToast || event.relatedTarget !== null) return
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && before.current?.isConnected) before.current.focus({ preventScroll: true })
      })
    }
    document.addEventListener('focusout', leave)
    return () => document.removeEventListener('focusout', leave)
  }, [])
  return null
}

/** The first button of each toast, the one that it offers. */
function toastButtons(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(toastSelector)].flatMap((toast) => toast.querySelector<HTMLElement>('button') ?? [])
}
