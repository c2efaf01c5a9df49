// The dialog stays and its step changes: whoever works by keyboard stands on the new step's main button, not nowhere.

import { type RefObject, useEffect, useRef } from 'react'

export function useFirstFocus<Kind extends HTMLElement>(): RefObject<Kind | null> {
  const first = useRef<Kind>(null)
  useEffect(() => first.current?.focus({ preventScroll: true }), [])
  return first
}
