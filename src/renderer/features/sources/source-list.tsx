// The list of sources, and every way in which a new one comes: a button, a key, a paste, files.

import { ActionIcon, NativeSelect, TextInput } from '@mantine/core'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { type ChangeEvent, useRef, useState } from 'react'
import { sourceOrders } from '../../../core/queries/source-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useKeyProps } from '../../keys/aria-keys.ts'
import { useIsPast } from '../../notebook/past.ts'
import { strings } from '../../strings/strings.ts'
import { Pane } from '../../ui/pane.tsx'
import { useSourceDrafts } from './source-drafts.ts'
import classes from './source-list.module.css'
import { SourceRows } from './source-rows.tsx'
import { useReceive } from './use-receive.ts'
import { usePaste } from './use-window-drop.ts'

export type SourceListProps = {
  selected: RecordId<'source'> | undefined
  onOpen: (id: RecordId<'source'>) => void
  onOpenBeside: (id: RecordId<'source'>) => void
}
type Order = (typeof sourceOrders)[number]

export function SourceList({ selected, onOpen, onOpenBeside }: SourceListProps) {
  const isPast = useIsPast()
  const [filter, setFilter] = useState('')
  const [order, setOrder] = useState<Order>('added')
  const picker = useRef<HTMLInputElement>(null)
  const addKeys = useKeyProps('source.new', strings.sources.add)
  const openForm = useSourceDrafts((state) => state.open)
  const { receive, addFiles } = useReceive()
  usePaste(receive)
  const pickFiles = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.currentTarget.files ?? [])]
    event.currentTarget.value = ''
    void addFiles(files)
  }

  return (
    <Pane
      label={strings.sources.sources}
      scrolls={false}
      tools={
        !isPast && (
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
        )
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
      <SourceRows
        key={`${order} ${filter}`}
        filter={filter}
        order={order}
        selected={selected}
        onOpen={onOpen}
        onOpenBeside={onOpenBeside}
        onAdd={() => openForm()}
        onPick={() => picker.current?.click()}
        onClearFilter={() => setFilter('')}
      />
      <input ref={picker} type="file" hidden multiple aria-label={strings.sources.chooseFile} onChange={pickFiles} />
    </Pane>
  )
}
