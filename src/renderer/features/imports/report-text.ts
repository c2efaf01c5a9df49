// An import's report as text, for a mail or a file: one line for each thing.

import type { ImportRow, ImportState } from '../../../core/contract/import-questions.ts'
import type { NotebookClient } from '../../../core/contract/notebook-client.ts'
import { strings } from '../../strings/strings.ts'

const words = strings.import

export async function reportText(client: Pick<NotebookClient, 'ask'>, id: string, { counts }: ImportState): Promise<string> {
  const outcomes = ['kept', 'renewed', 'skipped', 'refused'] as const
  const lines = [outcomes.map((each) => `${words.outcomes[each]} ${counts[each]}`).join(', ')]
  for (let start = 0; ; ) {
    const answer = await client.ask('import.report', { import: id, start, count: 500 })
    if (!answer.ok || answer.value.rows.length === 0) break
    lines.push(...answer.value.rows.map(reportLine))
    start += answer.value.rows.length
  }
  return `${lines.join('\n')}\n`
}

export function reportLine({ path, outcome, title, citekey, reason, notes = [] }: ImportRow): string {
  const said = [title, citekey && `@${citekey}`, reason, ...notes].filter((each) => each !== undefined && each !== '')
  return `${words.outcomes[outcome]}\t${path}\t${said.join('; ')}`
}
