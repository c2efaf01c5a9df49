// Answers about imports: each window asks about its own.

import type { z } from 'zod'
import type { ImportAnswers, importQuestions } from '../../core/contract/import-questions.ts'
import { Refusal } from '../../core/store/refusal.ts'
import type { ImportDesk } from '../import/desk/import-desk.ts'
import type { NotebookHost } from '../session/notebook-host.ts'

type Questions = typeof importQuestions
type Answers = {
  [Name in keyof Questions]: (
    notebook: NotebookHost,
    input: z.output<Questions[Name]>,
    signal: AbortSignal | undefined,
    window: string,
  ) => ImportAnswers[Name] | Promise<ImportAnswers[Name]>
}

export const importAnswers: Answers = {
  'import.put': async (notebook, { import: name, pieces }, _, window) => (await deskOf(notebook, window).begin(window, name)).put(pieces),
  'import.look': (notebook, { import: name }, _, window) => deskOf(notebook, window).of(window, name).look(),
  'import.start': (notebook, { import: name, as, duplicates }, _, window) => deskOf(notebook, window).start(window, name, { as, duplicates }),
  'import.follow': (notebook, { import: name, seen }, _, window) => deskOf(notebook, window).of(window, name).follow(seen),
  'import.cancel': (notebook, { import: name }, _, window) => deskOf(notebook, window).of(window, name).cancel(),
  'import.report': (notebook, { import: name, only, start, count }, _, window) =>
    deskOf(notebook, window).of(window, name).report(only, start, count),
  'import.settle': (notebook, { import: name, row, duplicates }, _, window) => deskOf(notebook, window).of(window, name).settle(row, duplicates),
  'import.last': ({ imports }, _input, _, window) => imports?.last(window) ?? {},
}

function deskOf({ imports }: NotebookHost, window: string): ImportDesk {
  if (!imports) throw new Refusal('read-only', 'nothing can be imported into this notebook here')
  if (window === '') throw new Refusal('invalid', 'only a window can import: `footing import` does it from a terminal')
  return imports
}
