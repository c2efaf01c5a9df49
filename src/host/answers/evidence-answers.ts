// Answers about evidence: how it balances, what rests on a source, and what would fall with it.

import type { QuestionAnswers, QuestionInput } from '../../core/contract/questions.ts'
import { evidenceBalance } from '../../core/evidence/balance.ts'
import { liveEvidenceOf } from '../../core/evidence/live-evidence.ts'
import { fallingWith, metricsOn, restingOn } from '../../core/evidence/resting-on.ts'
import { isOneVoice, kinshipOf } from '../../core/evidence/source-kinship.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'
import { comparerOf } from '../evidence/compare-texts.ts'

export function balanceAnswer(view: NotebookView, { insight }: QuestionInput<'evidence.balance'>): QuestionAnswers['evidence.balance'] {
  const compare = comparerOf(view)
  const supporting = [...new Set(liveEvidenceOf(view, insight).flatMap(({ stance, source }) => (stance === 'supports' ? [source] : [])))]
  const kin: QuestionAnswers['evidence.balance']['kin'] = []
  for (const [position, one] of supporting.entries()) {
    for (const other of supporting.slice(position + 1)) {
      const kinship = kinshipOf(view, one, other, compare)
      if (kinship && isOneVoice(kinship)) kin.push({ one: nameOf(view, one), other: nameOf(view, other), ...kinship })
    }
  }
  return { ...evidenceBalance(view, insight, compare), kin }
}

export function restingAnswer(view: NotebookView, { source }: QuestionInput<'evidence.resting'>): QuestionAnswers['evidence.resting'] {
  const compare = comparerOf(view)
  return {
    resting: restingOn(view, source),
    falling: fallingWith(view, source, compare).map(({ id }) => id),
    metrics: metricsOn(view, source, compare),
  }
}

function nameOf(view: NotebookView, source: `source:${string}`) {
  const head = view.head('sources', source)
  return { id: source, citekey: head?.citekey ?? '', title: head?.title ?? '' }
}
