// All highlights of a source carried from one text of it to the next.

import type { Passage } from '../records/passage.ts'
import { type FoundPassage, findPassage, prepareText } from './find-passage.ts'

/** One answer per passage, in order. `passages` are ranges of `oldText`. */
export function carryPassages(oldText: string, newText: string, passages: readonly Passage[]): FoundPassage[] {
  const prepared = prepareText(newText)
  return passages.map((passage) => (oldText === newText ? inPlace(passage) : findPassage(prepared, passage)))
}

function inPlace({ start, end }: Passage): FoundPassage {
  return { kind: 'exact', start, end, score: 1 }
}
