// Answers about the past: a record's versions, one of them whole, what two of them differ in; and the line of all commits with its size.

import type { QuestionAnswers } from '../../core/contract/questions.ts'
import { diffRecords, type RecordDifference } from '../../core/history/diff-records.ts'
import type { Moment } from '../../core/history/moment.ts'
import type { RecordVersion } from '../../core/history/record-version.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { type AnyRecord, tableOf } from '../../core/records/tables.ts'
import { Refusal } from '../../core/store/refusal.ts'
import type { RecordHistory } from '../history/record-history.ts'
import type { NotebookHost } from '../session/notebook-host.ts'
import { Breather } from '../storage/breather.ts'
import { nameRecords } from './name-records.ts'

export async function versionsAnswer({ history }: NotebookHost, { id }: { id: RecordId }): Promise<RecordVersion[]> {
  return (await history?.versions(id)) ?? []
}

export async function versionAnswer(
  { history }: NotebookHost,
  { id, seq }: { id: RecordId; seq: number },
): Promise<QuestionAnswers['history.version']> {
  const record = await history?.at(id, seq)
  if (!record) throw new Refusal('not-found', `change ${seq} left no ${id}`)
  return record
}

type VersionName = number | 'now' | 'nothing'

/** In slices: two versions of a long note take longer to compare than anybody else should wait. */
export async function differenceAnswer(
  notebook: NotebookHost,
  { id, from, to }: { id: RecordId; from: VersionName; to: VersionName },
): Promise<RecordDifference> {
  const read = async (version: VersionName): Promise<AnyRecord | undefined> => {
    if (version === 'nothing') return undefined
    return version === 'now' ? notebook.view.get(tableOf(id), id) : ((await notebook.history?.at(id, version)) ?? undefined)
  }
  const [before, after] = [await read(from), await read(to)]
  const breather = new Breather()
  const named = (ids: readonly RecordId[]) => new Map(nameRecords(notebook, { ids: [...ids] }).map((each) => [each.id, each.title]))
  return diffRecords(before, after, named, () => breather.pause())
}

/** Out of the notebook as it was: evidence can have been deleted since, and the highlight and the source with it. */
export async function evidenceAnswer(
  { openPast, history }: NotebookHost,
  { id, seq }: { id: RecordId<'insight'>; seq: number },
): Promise<QuestionAnswers['history.evidence']> {
  if (!openPast) {
    historyOf(history)
    return []
  }
  const past = await openPast({ seq }, new AbortController().signal)
  try {
    const { view } = past
    return view.by('evidenceByInsight', id).flatMap(({ id: evidence, source, highlight, stance, note, removedAt }) => {
      const from = view.head('sources', source)
      const passage = highlight && view.head('highlights', highlight)
      if (!from || removedAt !== undefined) return []
      return [
        {
          id: evidence,
          stance,
          note,
          citekey: from.citekey,
          quote: passage?.passage.exact ?? from.title,
          ...(passage ? { number: passage.number } : {}),
        },
      ]
    })
  } finally {
    await past.close()
  }
}

export function timelineAnswer({ history }: NotebookHost): Promise<QuestionAnswers['history.timeline']> {
  return historyOf(history).timeline()
}

export function sizeAnswer({ history }: NotebookHost): Promise<QuestionAnswers['history.size']> {
  return historyOf(history).size()
}

export function lossAnswer({ history }: NotebookHost, { before }: { before: Moment }): Promise<QuestionAnswers['history.loss']> {
  return historyOf(history).loss(before)
}

function historyOf(history: RecordHistory | undefined): RecordHistory {
  if (!history) throw new Refusal('not-found', 'this notebook keeps no history')
  return history
}
