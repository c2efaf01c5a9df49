// Insights out of the window: as one Markdown file, on the clipboard, or as the links that lead to them.

import { notifications } from '@mantine/notifications'
import type { NotebookClient } from '../../core/contract/notebook-client.ts'
import type { NamedRecord } from '../../core/contract/questions.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { strings } from '../strings/strings.ts'
import { copyText } from '../ui/download.ts'
import { downloadExport } from '../ui/download-export.ts'
import { showSavedToast } from '../ui/saved-toast.ts'
import { runLongTask, unlessStopped } from './long-tasks.ts'

const maxAtOnce = 10_000

async function askMarkdown(client: NotebookClient, insights: readonly RecordId<'insight'>[]) {
  if (insights.length > maxAtOnce) {
    notifications.show({ color: 'red', message: strings.lists.tooManyToExport })
    return undefined
  }
  const answer = await runLongTask(strings.lists.exporting(insights.length), ({ signal }) =>
    unlessStopped(signal, client.ask('export.markdown', { insights: [...insights] })),
  )
  if (answer === 'stopped') notifications.show({ message: strings.lists.exportStopped })
  else if (answer.ok) return answer.value
  else notifications.show({ color: 'red', title: strings.app.problemTitle, message: answer.error.message })
  return undefined
}

export async function exportInsights(client: NotebookClient, insights: readonly RecordId<'insight'>[]): Promise<void> {
  const exported = await askMarkdown(client, insights)
  if (!exported) return
  const done = await downloadExport(exported)
  if (!done) return
  const { saved, fileName, problems } = done
  showSavedToast(saved, strings.lists.exported(fileName), problems.length === 0 ? undefined : strings.lists.exportProblems(problems.length))
}

export async function copyInsights(client: NotebookClient, insights: readonly RecordId<'insight'>[]): Promise<void> {
  const exported = await askMarkdown(client, insights)
  if (exported) await copyAndSay(exported.markdown)
}

/** One line each: `[[Title]]` for an insight, `[@citekey]` for a source, the quote with its citation for a highlight. */
export async function copyReferences(client: NotebookClient, ids: readonly RecordId[]): Promise<void> {
  const lines: string[] = []
  for (let start = 0; start < ids.length; start += maxAtOnce) {
    const answer = await client.ask('records.named', { ids: ids.slice(start, start + maxAtOnce) })
    if (answer.ok) lines.push(...answer.value.map(referenceTo).filter((line) => line !== ''))
  }
  await copyAndSay(lines.join('\n'))
}

/** How a note refers to a record; empty where it has no name to be found by. */
export function referenceTo({ title, citekey, number }: Omit<NamedRecord, 'id'>): string {
  if (citekey === undefined) return title.trim() === '' ? '' : `[[${title.trim()}]]`
  return number === undefined ? `[@${citekey}]` : `“${title.replace(/\s+/g, ' ')}” [@${citekey}#h${number}]`
}

async function copyAndSay(text: string): Promise<void> {
  notifications.show({ message: (await copyText(text)) ? strings.lists.copied : strings.lists.copyRefused })
}
