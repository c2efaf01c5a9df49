// The tour: begins by itself the first time that the starter is opened, goes on where it was, and can be taken again from the menu.

import { useEffect } from 'react'
import { starterIds } from '../../../core/records/starter-ids.ts'
import { useAction } from '../../keys/actions.ts'
import { useClientState } from '../../notebook/use-client-state.ts'
import { useCounts } from '../../notebook/use-counts.ts'
import { useRecord } from '../../notebook/use-watch.ts'
import { TourCallout } from './tour-callout.tsx'
import { useTourProgress } from './tour-progress.ts'
import { tourSteps } from './tour-steps.ts'
import { useEscape } from './use-escape.ts'
import { useTourWatch } from './use-tour-watch.ts'

const starterSource = starterIds.source('sina-en')

export function Tour() {
  const notebook = useClientState((state) => state.notebook?.id)
  const source = useRecord('source', starterSource)
  return notebook !== undefined && source && source.removedAt === undefined ? <TourOf notebook={notebook} /> : null
}

function TourOf({ notebook }: { notebook: string }) {
  const progress = useTourProgress(({ notebooks }) => notebooks[notebook])
  const set = useTourProgress((state) => state.set)
  const counts = useCounts()
  const isRunning = progress?.isRunning === true
  const step = progress?.step ?? 0
  const goTo = (next: number) => set(notebook, { step: next, isRunning: true })
  /** The place is kept: taken up again, the tour goes on from there; after the last step it begins anew. */
  const end = () => set(notebook, { step: step >= tourSteps.length ? 0 : step, isRunning: false })

  useEffect(() => {
    // Looked up anew: another window may have ended it since this was rendered.
    if (progress === undefined && useTourProgress.getState().notebooks[notebook] === undefined) set(notebook, { step: 0, isRunning: true })
  }, [notebook, progress, set])
  useAction({ id: 'tour.start', run: () => goTo(step >= tourSteps.length ? 0 : step) })
  useEscape(isRunning, end)

  const current = isRunning ? tourSteps[step] : undefined
  const facts = counts.size === 0 ? undefined : { highlights: counts.get('highlights') ?? 0 }
  const { target, isWay } = useTourWatch(current, facts, () => goTo(step + 1))
  if (!isRunning) return null
  return <TourCallout step={step} target={current && target} isWay={isWay} onSkip={() => goTo(step + 1)} onEnd={end} />
}
