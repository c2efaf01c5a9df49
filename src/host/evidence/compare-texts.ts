// Sketches of the newest texts of sources, made when two sources are compared for the first time.

import type { CompareSources } from '../../core/evidence/source-kinship.ts'
import { likeness, sketchText, type TextSketch } from '../../core/evidence/text-sketch.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'

const sketches = new WeakMap<NotebookView, Map<RecordId<'text'>, TextSketch>>()

/** A text never changes, and neither does its sketch: 2 KB for each text that was ever compared. */
export function comparerOf(view: NotebookView): CompareSources {
  const held = sketches.get(view) ?? new Map<RecordId<'text'>, TextSketch>()
  sketches.set(view, held)
  const sketchOf = (source: RecordId<'source'>): TextSketch | undefined => {
    const text = view.head('sources', source)?.revisions.at(-1)?.text
    if (text === undefined) return undefined
    const known = held.get(text)
    if (known) return known
    const reading = view.readingText(text)
    if (reading === undefined) return undefined
    const sketch = sketchText(reading)
    held.set(text, sketch)
    return sketch
  }
  return (one, other) => {
    const [first, second] = [sketchOf(one), sketchOf(other)]
    return first && second && likeness(first, second)
  }
}
