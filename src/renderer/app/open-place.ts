// The one way by which palette, keys and toasts go to a place: in front, or beside what lies open.

import { type Place, useNavigation } from './navigation.ts'

export type OpenOptions = { beside?: boolean; newTab?: boolean }

/**
 * `beside` keeps the list and whatever lies open at the left, where the view has room for it; `newTab` is for the window's tabs, and a window
 * without them opens in front.
 */
export function openPlace(place: Partial<Place>, { beside = false }: OpenOptions = {}): void {
  const { view, go } = useNavigation.getState()
  const isWorkbench = view === 'insights' || view === 'sources'
  const isOfWorkbench = place.view === 'insights' || place.view === 'sources'
  go(beside && isWorkbench && isOfWorkbench ? { ...place, view } : place)
}
