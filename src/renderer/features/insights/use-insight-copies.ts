// The ways out of the window for one insight, of today or of the past: Markdown, formatted text, its citations, a file.

import { notifications } from '@mantine/notifications'
import { findCitations } from '../../../core/markdown/find-citations.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAction } from '../../keys/actions.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { strings } from '../../strings/strings.ts'
import { copyReferences, copyRich } from '../../ui/copy-as.ts'
import { copyText } from '../../ui/download.ts'
import { downloadExport } from '../../ui/download-export.ts'
import { showSavedToast } from '../../ui/saved-toast.ts'

type Written = { title: string; body: string }

/** `settle` resolves when the notebook has all that is typed. */
export function useInsightCopies(id: RecordId<'insight'>, written: () => Written, settle: () => Promise<void>) {
  const client = useClient()
  const tell = (isCopied: boolean) => notifications.show({ message: isCopied ? strings.insights.copied : strings.insights.copyRefused })
  const sayProblem = (message: string) => notifications.show({ color: 'red', title: strings.app.problemTitle, message })
  const copy = async () => {
    const { title, body } = written()
    tell(await copyText(title.trim() === '' ? body : `# ${title}\n\n${body}`))
  }
  const copyFormatted = async () => {
    await settle()
    // As it is exported: with footnotes that carry the quotes.
    const answer = await client.ask('export.markdown', { insights: [id] })
    if (answer.ok) tell(await copyRich(answer.value.markdown))
    else sayProblem(answer.error.message)
  }
  const copyCitations = async () => {
    const found = findCitations(written().body)
    const citations = found.map(({ citekey, highlight }) => (highlight === undefined ? { citekey } : { citekey, highlight }))
    const answer = await client.ask('references', { citations })
    if (!answer.ok) sayProblem(answer.error.message)
    else if (answer.value.length === 0) notifications.show({ message: strings.insights.noCitations })
    else tell(await copyReferences(answer.value))
  }
  const exportNote = async () => {
    await settle()
    const answer = await client.ask('export.markdown', { insights: [id] })
    if (!answer.ok) return void sayProblem(answer.error.message)
    const done = await downloadExport(answer.value)
    if (!done) return
    const { saved, fileName, problems } = done
    showSavedToast(saved, strings.insights.exported(fileName), problems.length === 0 ? undefined : problems.join('\n'))
  }
  useAction({ id: 'insight.copy-markdown', run: () => void copy() })
  useAction({ id: 'insight.copy-rich', run: () => void copyFormatted() })
  useAction({ id: 'insight.copy-citations', run: () => void copyCitations() })
  useAction({ id: 'insight.export', run: () => void exportNote() })
  return { copy, copyFormatted, copyCitations, exportNote }
}
