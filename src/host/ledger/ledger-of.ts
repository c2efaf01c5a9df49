// One ledger per open notebook, begun when somebody asks for it.

import type { QuestionAnswers } from '../../core/contract/questions.ts'
import type { NotebookHost } from '../session/notebook-host.ts'
import { byState, NotebookLedger } from './notebook-ledger.ts'

type LedgerNotebook = Pick<NotebookHost, 'view' | 'onCommit'>

const ledgers = new WeakMap<LedgerNotebook, NotebookLedger>()

function ledgerOf(notebook: LedgerNotebook): NotebookLedger {
  const begun = ledgers.get(notebook)
  if (begun) return begun
  const ledger = new NotebookLedger(notebook.view)
  ledgers.set(notebook, ledger)
  notebook.onCommit((commit) => ledger.note(commit))
  return ledger
}

export async function overviewAnswer(notebook: LedgerNotebook): Promise<QuestionAnswers['ledger.overview']> {
  const standings = await ledgerOf(notebook).standings()
  let [figures, unassigned] = [0, 0]
  for (const { removedAt, metric } of notebook.view.heads('figures')) {
    if (removedAt !== undefined) continue
    figures += 1
    if (metric === undefined) unassigned += 1
  }
  return { figures, metrics: standings.size, unassigned, states: byState(standings) }
}
