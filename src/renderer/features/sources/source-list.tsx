// The list of sources, and every way in which a new one comes: a button, a key, a paste, a drop, files.

import { ActionIcon, NativeSelect, TextInput } from '@mantine/core'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { type ChangeEvent, useRef, useState } from 'react'
import { sourceOrders } from '../../../core/queries/source-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useKeyProps } from '../../keys/aria-keys.ts'
import { strings } from '../../strings/strings.ts'
import { Pane } from '../../ui/pane.tsx'
import { readTransfer } from './incoming-text.ts'
import { useSourceDrafts } from './source-drafts.ts'
import classes from './source-list.module.css'
import { SourceRows } from './source-rows.tsx'
import { useDrop, usePaste } from './use-drop.ts'
import { useFileImport } from './use-file-import.tsx'

export type SourceListProps = { selected: RecordId<'source'> | undefined; onOpen: (id: RecordId<'source'>) => void }
type Order = (typeof sourceOrders)[number]

const accepted = '.md,.markdown,.mdown,.txt,.text,.html,.htm,.xhtml,text/plain,text/markdown,text/html'

export function SourceList({ selected, onOpen }: SourceListProps) {
  const [filter, setFilter] = useState('')
  const [order, setOrder] = useState<Order>('added')
  const picker = useRef<HTMLInputElement>(null)
  const addKeys = useKeyProps('source.new', strings.sources.add)
  const openForm = useSourceDrafts((state) => state.open)
  const { progress, addFiles } = useFileImport(onOpen)

  const receive = (transfer: DataTransfer) => {
    const files = [...transfer.files]
    if (files.length > 0) void addFiles(files)
    else void readTransfer(transfer).then((text) => text && openForm(text))
  }
  usePaste(receive)
  const { isOver, handlers } = useDrop(receive)
  const pickFiles = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.currentTarget.files ?? [])]
    event.currentTarget.value = ''
    void addFiles(files)
  }

  return (
    <div className={classes.drop} data-over={isOver || undefined} {...handlers}>
      <Pane
        label={strings.sources.sources}
        scrolls={false}
        tools={
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={strings.sources.chooseFile}
              title={strings.sources.chooseFile}
              onClick={() => picker.current?.click()}
            >
              <IconFileImport size={16} />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label={strings.sources.add} {...addKeys} onClick={() => openForm()}>
              <IconPlus size={16} />
            </ActionIcon>
          </>
        }
      >
        <div className={classes.tools}>
          <TextInput
            className={classes.filter ?? ''}
            size="xs"
            type="search"
            aria-label={strings.sources.filter}
            placeholder={strings.sources.filter}
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
          />
          <NativeSelect
            size="xs"
            aria-label={strings.sources.order}
            value={order}
            onChange={(event) => setOrder(event.currentTarget.value as Order)}
            data={sourceOrders.map((each) => ({ value: each, label: strings.sources.orders[each] }))}
          />
        </div>
        {progress && (
          <p className={classes.progress} role="status">
            {strings.sources.adding(progress.done + 1, progress.total)}
            <progress
              className={classes.bar}
              aria-label={strings.sources.adding(progress.done + 1, progress.total)}
              max={progress.total}
              value={progress.done}
            />
          </p>
        )}
        <SourceRows
          key={`${order} ${filter}`}
          filter={filter}
          order={order}
          selected={selected}
          onOpen={onOpen}
          onAdd={() => openForm()}
          onPick={() => picker.current?.click()}
        />
        <input ref={picker} type="file" hidden multiple accept={accepted} aria-label={strings.sources.chooseFile} onChange={pickFiles} />
        {isOver && <p className={classes.over}>{strings.sources.dropHere}</p>}
      </Pane>
    </div>
  )
}
