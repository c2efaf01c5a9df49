// What else can be done with an insight: copy, export, read its versions, remove.

import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconHistory, IconTrash } from '@tabler/icons-react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAction } from '../../keys/actions.ts'
import { useShownVersions } from '../../notebook/shown-versions.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { ActionKey } from '../../ui/key-hint.tsx'
import { CopyItems } from './copy-items.tsx'
import type { InsightDraft } from './open-insight.tsx'
import { removeInsight } from './remove-insight.ts'
import { settled } from './settled-draft.ts'
import { useInsightCopies } from './use-insight-copies.ts'

export function InsightActions({ id, draft }: { id: RecordId<'insight'>; draft: InsightDraft }) {
  const send = useSend()
  const titleNow = () => draft.state.content?.title ?? ''
  const copies = useInsightCopies(
    id,
    () => ({ title: titleNow(), body: draft.state.content?.body ?? '' }),
    () => settled(draft),
  )
  const remove = async () => {
    await settled(draft)
    await removeInsight(send, { id, title: titleNow() })
  }
  const showVersions = async () => {
    await settled(draft)
    useShownVersions.getState().show(id, titleNow())
  }
  useAction({ id: 'insight.remove', run: () => void remove() })
  useAction({ id: 'record.versions', run: () => void showVersions() })
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={strings.insights.actions}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <CopyItems {...copies} />
        <Menu.Divider role="separator" />
        <Menu.Item leftSection={<IconHistory size={15} />} rightSection={<ActionKey action="record.versions" />} onClick={() => void showVersions()}>
          {strings.history.versions}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={15} />} rightSection={<ActionKey action="insight.remove" />} onClick={() => void remove()}>
          {strings.insights.moveToTrash}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
