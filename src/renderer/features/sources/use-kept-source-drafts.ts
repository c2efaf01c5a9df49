// Keeps what is written into *Add source* as it is typed, and takes up what was left when a window closed.

import { useEffect } from 'react'
import { aliveWindows, windowName } from '../../notebook/draft-shelf.ts'
import { useClientState } from '../../notebook/use-client-state.ts'
import { KeptSourceDrafts } from './kept-source-drafts.ts'
import { useSourceDrafts } from './source-drafts.ts'

/** Texts can be long, so not at every key. */
const pauseMs = 400

export function useKeptSourceDrafts(): void {
  const notebook = useClientState((state) => state.notebook?.id)
  useEffect(() => {
    if (notebook === undefined) return
    const kept = new KeptSourceDrafts(localStorage, notebook, windowName())
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const keepNow = () => {
      clearTimeout(timer)
      kept.keep(useSourceDrafts.getState().drafts)
    }
    const keepWhereHidden = () => {
      if (document.visibilityState === 'hidden') keepNow()
    }
    const stop = useSourceDrafts.subscribe(({ drafts }, before) => {
      if (drafts === before.drafts) return
      clearTimeout(timer)
      // One that was added or cleared is gone at once: it must not come back.
      if (drafts.length < before.drafts.length) keepNow()
      else timer = setTimeout(keepNow, pauseMs)
    })
    void aliveWindows().then((alive) => {
      if (isOver) return
      const left = kept.takeLeft(alive)
      if (left.length === 0) return
      useSourceDrafts.getState().takeUp(left)
      keepNow()
    })
    window.addEventListener('pagehide', keepNow)
    document.addEventListener('visibilitychange', keepWhereHidden)
    return () => {
      isOver = true
      keepNow()
      stop()
      window.removeEventListener('pagehide', keepNow)
      document.removeEventListener('visibilitychange', keepWhereHidden)
    }
  }, [notebook])
}
