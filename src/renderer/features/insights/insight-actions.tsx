// What else can be done with an insight: copy, export, remove.

import { ActionIcon, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCopy, IconDots, IconDownload, IconQuote, IconTrash, IconTypography } from '@tabler/icons-react'
import { findCitations } from '../../../core/markdown/find-citations.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAction } from '../../keys/actions.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { copyReferences, copyRich } from '../../ui/copy-as.ts'
import { copyText, downloadText } from '../../ui/download.ts'
import { showSavedToast } from '../../ui/saved-toast.ts'
import type { InsightDraft } from './open-insight.tsx'
import { removeInsight } from './remove-insight.ts'
import { settled } from './settled-draft.ts'

export function InsightActions({ id, draft }: { id: RecordId<'insight'>; draft: InsightDraft }) {
  const client = useClient()
  const send = useSend()
  const copy = async () => {
    const { title = '', body = '' } = draft.state.content ?? {}
    const isCopied = await copyText(title.trim() === '' ? body : `# ${title}\n\n${body}`)
    notifications.show({ message: isCopied ? strings.insights.copied : strings.insights.copyRefused })
  }
  const tell = (isCopied: boolean) => notifications.show({ message: isCopied ? strings.insights.copied : strings.insights.copyRefused })
  const copyFormatted = async () => {
    await settled(draft)
    // As it is exported: with footnotes that carry the quotes.
    const answer = await client.ask('export.markdown', { insights: [id] })
    if (answer.ok) tell(await copyRich(answer.value.markdown))
    else notifications.show({ color: 'red', title: strings.app.problemTitle, message: answer.error.message })
  }
  const copyCitations = async () => {
    const found = findCitations(draft.state.content?.body ?? '')
    const citations = found.map(({ citekey, highlight }) => (highlight === undefined ? { citekey } : { citekey, highlight }))
    const answer = await client.ask('references', { citations })
    if (!answer.ok) notifications.show({ color: 'red', title: strings.app.problemTitle, message: answer.error.message })
    else if (answer.value.length === 0) notifications.show({ message: strings.insights.noCitations })
    else tell(await copyReferences(answer.value))
  }
  useAction({ id: 'insight.copy-markdown', run: () => void copy() })
  useAction({ id: 'insight.copy-rich', run: () => void copyFormatted() })
  useAction({ id: 'insight.copy-citations', run: () => void copyCitations() })
  const exportNote = async () => {
    await settled(draft)
    const answer = await client.ask('export.markdown', { insights: [id] })
    if (!answer.ok) {
      notifications.show({ color: 'red', title: strings.app.problemTitle, message: answer.error.message })
      return
    }
    const { fileName, markdown, problems } = answer.value
    const saved = await downloadText(fileName, markdown)
    if (!saved) return
    if (problems.length > 0)
      notifications.show({ color: 'yellow', title: strings.insights.exportProblems, message: problems.join('\n'), autoClose: 12_000 })
    else showSavedToast(saved, strings.insights.exported(fileName))
  }
  const remove = async () => {
    await settled(draft)
    await removeInsight(send, { id, title: draft.state.content?.title ?? '' })
  }
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={strings.insights.actions}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => void copy()}>
          {strings.insights.copyMarkdown}
        </Menu.Item>
        <Menu.Item leftSection={<IconTypography size={15} />} onClick={() => void copyFormatted()}>
          {strings.insights.copyRich}
        </Menu.Item>
        <Menu.Item leftSection={<IconQuote size={15} />} onClick={() => void copyCitations()}>
          {strings.insights.copyCitations}
        </Menu.Item>
        <Menu.Item leftSection={<IconDownload size={15} />} onClick={() => void exportNote()}>
          {strings.insights.exportMarkdown}
        </Menu.Item>
        <Menu.Divider role="separator" />
        <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void remove()}>
          {strings.insights.moveToTrash}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
