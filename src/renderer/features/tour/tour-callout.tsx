// What the tour says, in a card that points at what it speaks of and never lies over it. It takes no focus and holds nothing up.

import { arrow, autoUpdate, flip, offset, shift, useFloating } from '@floating-ui/react-dom'
import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import { strings } from '../../strings/strings.ts'
import classes from './tour-callout.module.css'
import { tourSteps } from './tour-steps.ts'

type TourCalloutProps = {
  /** From 0; past the last one the tour says goodbye. */
  step: number
  /** Without one the card stands in its corner. */
  target: HTMLElement | undefined
  /** The target is only where the way to the thing begins. */
  isWay: boolean
  onSkip: () => void
  onEnd: () => void
}

/** Hands on where the target is, for the ring around it. */
const ring = { name: 'ring', fn: ({ rects }: { rects: { reference: Box } }) => ({ data: rects.reference }) }
type Box = { x: number; y: number; width: number; height: number }

export function TourCallout({ step, target, isWay, onSkip, onEnd }: TourCalloutProps) {
  const tip = useRef<HTMLSpanElement>(null)
  const { refs, x, y, placement, middlewareData, isPositioned } = useFloating({
    strategy: 'fixed',
    placement: 'right',
    elements: { reference: target ?? null },
    middleware: [
      offset(14),
      flip({ padding: 8, crossAxis: false, fallbackPlacements: ['left', 'bottom', 'top'], fallbackStrategy: 'bestFit' }),
      shift({ padding: 8 }),
      arrow({ element: tip, padding: 12 }),
      ring,
    ],
    whileElementsMounted: autoUpdate,
  })
  const id = tourSteps[step]?.id
  const words = id && strings.tour.steps[id]
  const box = middlewareData.ring as Box | undefined
  const at = middlewareData.arrow
  const isAnchored = target !== undefined && isPositioned
  return (
    <>
      {isAnchored && box && <span className={classes.ring} style={{ left: box.x, top: box.y, width: box.width, height: box.height }} />}
      <section
        ref={refs.setFloating}
        className={classes.card}
        aria-label={strings.tour.name(Math.min(step + 1, tourSteps.length), tourSteps.length)}
        data-side={isAnchored ? placement.split('-')[0] : undefined}
        style={isAnchored ? { left: x, top: y } : undefined}
      >
        <span ref={tip} className={classes.tip} style={at && { left: at.x, top: at.y }} />
        <div aria-live="polite">
          <h2 className={classes.title}>{words ? words.title : strings.tour.doneTitle}</h2>
          <p className={classes.text}>{words ? (isWay ? words.back : words.text) : strings.tour.doneText}</p>
        </div>
        <div className={classes.foot}>
          {words ? (
            <>
              <span className={classes.dots} aria-hidden="true">
                {tourSteps.map(({ id: dot }, index) => (
                  <span key={dot} className={classes.dot} data-state={index < step ? 'past' : index === step ? 'now' : 'to come'} />
                ))}
              </span>
              <span className={classes.grow} />
              <Button size="compact-sm" variant="subtle" color="gray" onClick={onSkip}>
                {strings.tour.skip}
              </Button>
            </>
          ) : (
            <>
              <span className={classes.grow} />
              <Button size="compact-sm" onClick={onEnd}>
                {strings.tour.finish}
              </Button>
            </>
          )}
        </div>
        <ActionIcon
          className={classes.close ?? ''}
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={strings.tour.end}
          title={`${strings.tour.end} (Esc)`}
          onClick={onEnd}
        >
          <IconX size={15} />
        </ActionIcon>
      </section>
    </>
  )
}
