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
  const ledger = ledgerOf(notebook)
  const standings = await ledger.standings()
  return { ...ledger.counts, metrics: standings.size, states: byState(standings) }
}
