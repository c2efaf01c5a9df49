// What can be done with a record of the past: put it back into the present, and read its versions up to then.

import { ActionIcon, Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp, IconHistory } from '@tabler/icons-react'
import { useAction } from '../keys/actions.ts'
import { useKeyProps } from '../keys/aria-keys.ts'
import { useLiveClient } from '../notebook/notebook-context.ts'
import { usePast } from '../notebook/past.ts'
import { useShownVersions, type VersionedId } from '../notebook/shown-versions.ts'
import { useSend } from '../notebook/use-send.tsx'
import { strings } from '../strings/strings.ts'

export function PastTools({ record, title }: { record: VersionedId; title: string }) {
  const send = useSend(useLiveClient())
  const seq = usePast(({ shown }) => shown)
  const restore = async () => {
    const answer = await send('version.restore', { id: record, seq }, { undoMessage: strings.history.restoredFromPast })
    if (answer.ok && answer.result.left > 0) notifications.show({ message: strings.history.restoredWithout(answer.result.left) })
  }
  const showVersions = () => useShownVersions.getState().show(record, title)
  useAction({ id: 'past.restore', run: () => void restore() })
  useAction({ id: 'record.versions', run: showVersions })
  const restoreKeys = useKeyProps('past.restore', strings.history.restoreFromHere)
  const versionKeys = useKeyProps('record.versions', strings.history.versions)
  return (
    <>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={strings.history.versions} {...versionKeys} onClick={showVersions}>
        <IconHistory size={15} />
      </ActionIcon>
      <Button
        size="compact-xs"
        variant="light"
        leftSection={<IconArrowBackUp size={13} />}
        {...restoreKeys}
        style={{ flex: 'none' }}
        onClick={() => void restore()}
      >
        {strings.history.restoreFromHere}
      </Button>
    </>
  )
}
