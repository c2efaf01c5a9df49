// The tools in the reader's head: the list of highlights, editing and removing the source.

import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconFiles, IconHistory, IconListTree, IconPencil, IconTrash } from '@tabler/icons-react'
import type { Source } from '../../../core/records/source.ts'
import { useAction } from '../../keys/actions.ts'
import { useKeyProps } from '../../keys/aria-keys.ts'
import { useIsPast } from '../../notebook/past.ts'
import { useShownVersions } from '../../notebook/shown-versions.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { ActionKey } from '../../ui/key-hint.tsx'
import { PastTools } from '../../ui/past-tools.tsx'
import { useShownTexts } from '../../ui/shown-texts.ts'
import { LookMenu } from './look-menu.tsx'
import classes from './reader-view.module.css'
import type { Contents } from './use-contents.ts'

type ReaderToolsProps = {
  source: Source
  highlightCount: number
  isListOpen: boolean
  onToggleList: () => void
  contents: Contents
  onEdit: () => void
  onRemoved: () => void
}

export function ReaderTools({ source: { id, rev, title }, highlightCount, isListOpen, onToggleList, contents, onEdit, onRemoved }: ReaderToolsProps) {
  const send = useSend()
  const isPast = useIsPast()
  const showVersions = () => useShownVersions.getState().show(id, title)
  const contentsKeys = useKeyProps('reader.contents', strings.reader.contents)
  const listKeys = useKeyProps('reader.list', strings.reader.showHighlights)
  const removeKeys = useKeyProps('reader.remove-source', strings.reader.removeSource)
  const versionKeys = useKeyProps('record.versions', strings.history.versions)
  const editKeys = useKeyProps('reader.edit', strings.reader.editSource)
  const remove = async () => {
    const answer = await send('source.remove', { id, rev }, { undoMessage: strings.reader.sourceRemoved(title) })
    if (answer.ok) onRemoved()
  }
  const { show: showTexts } = useShownTexts.getState()
  const textKeys = useKeyProps('source.texts', strings.revisions.show)
  useAction({ id: 'source.texts', run: () => showTexts(id, 'texts') })
  useAction({ id: 'source.renew', run: () => showTexts(id, 'renew'), isEnabled: () => !isPast })
  useAction({ id: 'source.falls', run: () => showTexts(id, 'falls') })
  useAction({ id: 'reader.remove-source', run: () => void remove() })
  useAction({ id: 'record.versions', run: showVersions })
  return (
    <>
      {contents.headings.length > 1 && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={strings.reader.contents}
          aria-pressed={contents.isOpen}
          {...contentsKeys}
          onClick={contents.toggle}
        >
          <IconListTree size={15} />
        </ActionIcon>
      )}
      <button type="button" className={classes.toggle} aria-pressed={isListOpen} {...listKeys} onClick={onToggleList}>
        {strings.reader.highlights(highlightCount)}
      </button>
      <LookMenu />
      {isPast ? (
        <PastTools record={id} title={title} />
      ) : (
        <>
          <span className={classes.tools}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={strings.revisions.show}
              {...textKeys}
              onClick={() => showTexts(id, 'texts')}
            >
              <IconFiles size={15} />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label={strings.history.versions} {...versionKeys} onClick={showVersions}>
              <IconHistory size={15} />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label={strings.reader.editSource} {...editKeys} onClick={onEdit}>
              <IconPencil size={15} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={strings.reader.removeSource}
              {...removeKeys}
              onClick={() => void remove()}
            >
              <IconTrash size={15} />
            </ActionIcon>
          </span>
          <span className={classes.moreTools}>
            <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false} transitionProps={{ duration: 0 }}>
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" size="sm" aria-label={strings.reader.more}>
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconFiles size={15} />}
                  rightSection={<ActionKey action="source.texts" />}
                  onClick={() => showTexts(id, 'texts')}
                >
                  {strings.revisions.show}
                </Menu.Item>
                <Menu.Item leftSection={<IconHistory size={15} />} rightSection={<ActionKey action="record.versions" />} onClick={showVersions}>
                  {strings.history.versions}
                </Menu.Item>
                <Menu.Item leftSection={<IconPencil size={15} />} rightSection={<ActionKey action="reader.edit" />} onClick={onEdit}>
                  {strings.reader.editSource}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconTrash size={15} />}
                  rightSection={<ActionKey action="reader.remove-source" />}
                  onClick={() => void remove()}
                >
                  {strings.reader.removeSource}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </span>
        </>
      )}
    </>
  )
}
