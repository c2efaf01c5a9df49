// A figure that does not stand in its passage, as a finding of the audit.

import type { SlipCause } from '../ledger/scale-slip.ts'
import type { CheckedFigure } from '../prose-figures/checked-figure.ts'
import type { Clashing } from '../prose-figures/quoting.ts'
import type { RecordId } from '../records/record-id.ts'
import type { InsightFinding } from './finding.ts'
import { citationWord } from './look-up-citation.ts'

function clashFacts(clash: Clashing): { relation: Clashing['relation']; factor?: number; cause?: SlipCause } {
  if (clash.relation === 'slip') return { relation: clash.relation, factor: clash.factor, cause: clash.cause }
  return clash
}

/** Citations take up no room in the text of a block; the spaces before them stay. */
function withoutGaps(text: string): string {
  return text.replace(/ +(?=[.,;:!?。，；：！？)）])/g, '').replace(/ {2,}/g, ' ')
}

/** Undefined where nobody needs to be told. */
export function figureFinding(
  { written, sentence, verdict, isTold }: CheckedFigure,
  insight: RecordId<'insight'>,
  keyOf: (kind: string, about: string) => string,
): InsightFinding | undefined {
  if (!isTold) return undefined
  const shown = withoutGaps(sentence.text)
  const about = `${written} ${shown}`
  if (verdict.kind === 'contradicts') {
    const { match, clash } = verdict
    const { item, source, highlight } = match.place
    const kind = 'figure-contradicts'
    const place = highlight ? { source, highlight } : { source }
    const stated = match.written
    return {
      kind,
      key: keyOf(kind, about),
      insight,
      sentence: shown,
      said: written,
      stated,
      citation: citationWord(item),
      place,
      ...clashFacts(clash),
    }
  }
  if (verdict.kind !== 'absent') return undefined
  const kind = 'figure-not-in-passage'
  const citation = [...new Set(sentence.items.map(citationWord))].join('; ')
  const coarser = verdict.coarser?.written
  const finding = { kind, key: keyOf(kind, about), insight, sentence: shown, said: written, citation } as const
  return coarser === undefined ? finding : { ...finding, coarser }
}
