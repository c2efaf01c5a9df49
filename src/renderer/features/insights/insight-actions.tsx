// What else can be done with an insight: copy, export, remove.

import { ActionIcon, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCopy, IconDots, IconDownload, IconTrash } from '@tabler/icons-react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAction } from '../../keys/actions.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { copyText, downloadText } from '../../ui/download.ts'
import { ActionKey } from '../../ui/key-hint.tsx'
import { showSavedToast } from '../../ui/saved-toast.ts'
import type { InsightDraft } from './open-insight.tsx'
import { removeInsight } from './remove-insight.ts'

export function InsightActions({ id, draft }: { id: RecordId<'insight'>; draft: InsightDraft }) {
  const client = useClient()
  const send = useSend()
  const copy = async () => {
    const { title = '', body = '' } = draft.state.content ?? {}
    const isCopied = await copyText(title.trim() === '' ? body : `# ${title}\n\n${body}`)
    notifications.show({ message: isCopied ? strings.insights.copied : strings.insights.copyRefused })
  }
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
  useAction({ id: 'insight.copy', run: () => void copy() })
  useAction({ id: 'insight.export', run: () => void exportNote() })
  useAction({ id: 'insight.remove', run: () => void remove() })
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={strings.insights.actions}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={15} />} rightSection={<ActionKey action="insight.copy" />} onClick={() => void copy()}>
          {strings.insights.copyMarkdown}
        </Menu.Item>
        <Menu.Item leftSection={<IconDownload size={15} />} rightSection={<ActionKey action="insight.export" />} onClick={() => void exportNote()}>
          {strings.insights.exportMarkdown}
        </Menu.Item>
        <Menu.Divider role="separator" />
        <Menu.Item leftSection={<IconTrash size={15} />} rightSection={<ActionKey action="insight.remove" />} onClick={() => void remove()}>
          {strings.insights.moveToTrash}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const longestWaitMs = 3_000

/** Sends what is typed and waits until it is durable, or for a while: what is exported should be what is seen. */
function settled(draft: InsightDraft): Promise<void> {
  draft.flush()
  if (!draft.state.isUnsent) return Promise.resolve()
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const timer = setTimeout(finish, longestWaitMs)
    const stop = draft.onState(() => !draft.state.isUnsent && finish())
  })
}
