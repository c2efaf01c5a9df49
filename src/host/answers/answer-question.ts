// Answers the one-shot questions of src/core/contract/questions.ts: each has a file of its own, this is the list.

import type { z } from 'zod'
import { isQuestionName, type QuestionAnswers, type QuestionName, questions } from '../../core/contract/questions.ts'
import { readBySchema } from '../../core/contract/read-by-schema.ts'
import { findLedgerNames } from '../../core/queries/ledger-filter.ts'
import { Refusal, type RefusalValue } from '../../core/store/refusal.ts'
import { auditAnswer } from '../audit/audit-of.ts'
import { checkFiguresAnswer } from '../audit/check-figures-answer.ts'
import { figuresInTextAnswer } from '../ledger/figures-in-text.ts'
import { overviewAnswer } from '../ledger/ledger-of.ts'
import { agreementAnswer, namedAnswer, seriesAnswer } from '../ledger/metric-answers.ts'
import { suggestAnswer } from '../ledger/suggest-answer.ts'
import { timelineAnswer as ledgerTimeline } from '../ledger/timeline-answer.ts'
import { searchNotebook } from '../search/search-notebook.ts'
import { describeParseError } from '../session/describe-parse-error.ts'
import type { NotebookHost } from '../session/notebook-host.ts'
import { starterAnswer } from '../starter/starter-answer.ts'
import { compareBackupAnswer, listBackupsAnswer, makeBackupAnswer, restoreBesideAnswer } from './backups-answers.ts'
import { listClippers, pairClipper, revokeClipper } from './clipper-answers.ts'
import { damageBytesAnswer, listDamageAnswer, settleDamageAnswer } from './damage-answers.ts'
import { balanceAnswer, restingAnswer } from './evidence-answers.ts'
import { exportAnswer, exportChartsAnswer } from './export-answer.ts'
import { exportSourcesAnswer } from './export-sources-answer.ts'
import { findBacklinks } from './find-backlinks.ts'
import { findTitles } from './find-titles.ts'
import { differenceAnswer, evidenceAnswer, lossAnswer, sizeAnswer, timelineAnswer, versionAnswer, versionsAnswer } from './history-answers.ts'
import { importAnswers } from './import-answers.ts'
import { listIdsAnswer } from './list-ids-answer.ts'
import { nameRecords } from './name-records.ts'
import { previewTextAnswer } from './preview-text-answer.ts'
import { readTextAnswer } from './read-text-answer.ts'
import { referencesAnswer } from './references-answer.ts'
import { resolveReferences } from './resolve-references.ts'
import { suggestCitations } from './suggest-citations.ts'
import { suggestInsights } from './suggest-insights.ts'

export type QuestionAnswer = { ok: true; value: unknown } | { ok: false; error: RefusalValue }

type Answers = {
  [Name in QuestionName]: (
    notebook: NotebookHost,
    input: z.output<(typeof questions)[Name]>,
    signal: AbortSignal | undefined,
    window: string,
  ) => QuestionAnswers[Name] | Promise<QuestionAnswers[Name]>
}

const answers: Answers = {
  'text.read': readTextAnswer,
  search: searchNotebook,
  'export.markdown': exportAnswer,
  'export.charts': exportChartsAnswer,
  'export.sources': exportSourcesAnswer,
  'list.ids': listIdsAnswer,
  'records.named': nameRecords,
  'suggest.citations': suggestCitations,
  'suggest.insights': suggestInsights,
  'palette.find': findTitles,
  resolve: resolveReferences,
  references: referencesAnswer,
  backlinks: findBacklinks,
  'audit.list': auditAnswer,
  'figures.in-text': figuresInTextAnswer,
  'figure.suggest': suggestAnswer,
  'metric.agreement': agreementAnswer,
  'metric.named': namedAnswer,
  'ledger.names': ({ view }, { filter }) => findLedgerNames(view, filter),
  'metric.series': seriesAnswer,
  timeline: ledgerTimeline,
  'ledger.overview': overviewAnswer,
  'figures.check': checkFiguresAnswer,
  'evidence.balance': ({ view }, input) => balanceAnswer(view, input),
  'evidence.resting': ({ view }, input) => restingAnswer(view, input),
  'source.preview-text': previewTextAnswer,
  'history.versions': versionsAnswer,
  'history.version': versionAnswer,
  'history.difference': differenceAnswer,
  'history.evidence': evidenceAnswer,
  'history.timeline': timelineAnswer,
  'history.size': sizeAnswer,
  'history.loss': lossAnswer,
  'backups.list': listBackupsAnswer,
  'backups.make': makeBackupAnswer,
  'backups.compare': compareBackupAnswer,
  'backups.restore-beside': restoreBesideAnswer,
  'damage.list': listDamageAnswer,
  'damage.bytes': damageBytesAnswer,
  'damage.settle': settleDamageAnswer,
  'starter.read': starterAnswer,
  'clippers.list': listClippers,
  'clippers.pair': pairClipper,
  'clippers.revoke': revokeClipper,
  ...importAnswers,
  'saving.retry': (notebook) => notebook.retrySaving?.() ?? notebook.status(),
}

/** `window` names who asks. Refusals are values: an unknown question, input that does not fit, `not-found`, and `stale` where `signal` said that nobody waits any more. */
export async function answerQuestion(
  notebook: NotebookHost,
  question: string,
  input: unknown,
  signal?: AbortSignal,
  window = '',
): Promise<QuestionAnswer> {
  if (!isQuestionName(question)) return { ok: false, error: { code: 'invalid', message: `there is no question ${JSON.stringify(question)}` } }
  const parsed = readBySchema(questions[question], input)
  if (!parsed.success) return { ok: false, error: { code: 'invalid', message: describeParseError(question, parsed.error) } }
  const answer = answers[question] as (notebook: NotebookHost, input: unknown, signal: AbortSignal | undefined, window: string) => unknown
  try {
    return { ok: true, value: await answer(notebook, parsed.data, signal, window) }
  } catch (error) {
    if (signal?.aborted) return { ok: false, error: { code: 'stale', message: 'a newer search took the place of this one' } }
    if (error instanceof Refusal) return { ok: false, error: error.toValue() }
    throw error
  }
}
