// How the window looks to this person: text size, measure, typeface, motion. Kept in this browser or on this desktop, for every notebook alike.
//
// The colours are Mantine's own setting (`useMantineColorScheme`), kept and followed by it in the same place.

import { create } from 'zustand'
import { persist } from 'zustand/middleware'

/** In percent of the size that the tokens give to what is read and written. */
export const textSizes = [80, 90, 100, 110, 120, 135, 150, 175, 200] as const
export const measures = ['narrow', 'normal', 'wide', 'full'] as const
export const typefaces = ['serif', 'sans'] as const
export const motions = ['system', 'reduced'] as const
/** Whether the figures of a note are compared with its passages while it is written. */
export const figureChecks = ['on', 'off'] as const

export type Look = {
  textSize: (typeof textSizes)[number]
  measure: (typeof measures)[number]
  typeface: (typeof typefaces)[number]
  motion: (typeof motions)[number]
  figureChecks: (typeof figureChecks)[number]
}

export const firstLook: Look = { textSize: 100, measure: 'normal', typeface: 'serif', motion: 'system', figureChecks: 'on' }

type Settings = Look & { change: (look: Partial<Look>) => void }

export const useSettings = create<Settings>()(
  persist(
    (set) => ({
      ...firstLook,
      change: (look) => set(look),
    }),
    {
      name: 'footing.settings',
      partialize: (settings) => lookOf(settings),
      // What stands in the storage may be of another version, or anything.
      merge: (stored, fresh) => ({ ...fresh, ...readLook(stored) }),
    },
  ),
)

export function lookOf({ textSize, measure, typeface, motion, figureChecks: checks }: Look): Look {
  return { textSize, measure, typeface, motion, figureChecks: checks }
}

/** The next size up or down; the same at either end. */
export function stepTextSize(size: Look['textSize'], step: 1 | -1): Look['textSize'] {
  return textSizes[textSizes.indexOf(size) + step] ?? size
}

/** The next width of the text; the same at either end. */
export function stepMeasure(measure: Look['measure'], step: 1 | -1): Look['measure'] {
  return measures[measures.indexOf(measure) + step] ?? measure
}

/** Call once: the page follows the settings from its first frame on, and other windows of this browser. */
export function applySettings(root: HTMLElement): void {
  const apply = (look: Look) => {
    root.style.setProperty('--text-scale', String(look.textSize / 100))
    root.dataset.measure = look.measure
    root.dataset.typeface = look.typeface
    root.dataset.motion = look.motion
  }
  apply(useSettings.getState())
  useSettings.subscribe(apply)
}

/** Whether things should appear rather than move: by this setting, or by the system's. */
export function isMotionReduced(): boolean {
  return useSettings.getState().motion === 'reduced' || matchMedia('(prefers-reduced-motion: reduce)').matches
}

function readLook(stored: unknown): Partial<Look> {
  if (typeof stored !== 'object' || stored === null) return {}
  const { textSize, measure, typeface, motion, figureChecks: checks } = stored as Record<keyof Look, unknown>
  return {
    ...oneOf('textSize', textSizes, textSize),
    ...oneOf('measure', measures, measure),
    ...oneOf('typeface', typefaces, typeface),
    ...oneOf('motion', motions, motion),
    ...oneOf('figureChecks', figureChecks, checks),
  }
}

function oneOf<Name extends keyof Look>(name: Name, choices: readonly Look[Name][], stored: unknown): Partial<Look> {
  const choice = choices.find((each) => each === stored)
  return choice === undefined ? {} : ({ [name]: choice } as Partial<Look>)
}
