// The palette: one field that finds every command, insight, source, report and topic by name, and goes there or runs it.

import { Modal } from '@mantine/core'
import type { TitledTable } from '../../../core/contract/questions.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { keyOf } from '../../keys/actions.ts'
import type { ActionId } from '../../keys/catalogue.ts'
import { keysOf } from '../../keys/key-settings.ts'
import { strings } from '../../strings/strings.ts'
import classes from './palette.module.css'
import { PaletteFooter } from './palette-footer.tsx'
import { PaletteList, rowElementId } from './palette-list.tsx'
import type { PaletteRow } from './palette-rows.ts'
import { useRecent } from './recent.ts'
import { usePalette } from './use-palette.ts'

export type PaletteProps = {
  /** What can be run: looked up before the palette took the focus away. */
  commands: readonly ActionId[]
  /** Closes it and gives the focus back, before anything of the following is done. */
  onClose: () => void
  onRun: (action: ActionId) => void
  onOpen: (thing: { table: TitledTable; id: RecordId }, options: { beside: boolean }) => void
  onTopic: (topic: string) => void
  onSearch: (text: string) => void
  onNewInsight: (title: string) => void
}

export function Palette({ commands, onClose, onRun, onOpen, onTopic, onSearch, onNewInsight }: PaletteProps) {
  const choose = (row: PaletteRow, beside: boolean) => {
    onClose()
    switch (row.kind) {
      case 'command':
        useRecent.getState().noteCommand(row.action)
        return onRun(row.action)
      case 'thing':
        return onOpen(row, { beside })
      case 'topic':
        return onTopic(row.topic)
      case 'offer':
        return row.offer === 'search' ? onSearch(row.text) : onNewInsight(row.text)
    }
  }
  const palette = usePalette({ commands, onChoose: choose })
  const { typed, query, groups, rows, selected } = palette
  const count = groups.reduce((sum, group) => sum + (group.label === strings.palette.kinds.offer ? 0 : group.rows.length), 0)

  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={640}
      yOffset="11vh"
      transitionProps={{ duration: 0 }}
      returnFocus={false}
      // Given to the content itself, Mantine puts it on the frame around it too.
      classNames={{ content: classes.dialog ?? '' }}
      onKeyDown={(event) => {
        // No action of the page behind runs, but its own key closes it again.
        event.stopPropagation()
        if (event.nativeEvent.isComposing || !keysOf('palette.show').includes(keyOf(event.nativeEvent))) return
        event.preventDefault()
        onClose()
      }}
      data-keeps-selection=""
    >
      <Modal.Overlay />
      <Modal.Content aria-label={strings.palette.palette} data-keeps-selection="">
        <input
          // Before anything else is typed: a focus that comes a moment later loses the first letters.
          ref={focusOnce}
          data-autofocus
          className={classes.field}
          type="text"
          role="combobox"
          aria-label={strings.palette.show}
          aria-expanded={rows.length > 0}
          aria-controls="palette-list"
          aria-autocomplete="list"
          aria-activedescendant={selected === undefined ? undefined : rowElementId(selected)}
          placeholder={strings.palette.placeholder}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={500}
          value={typed}
          onChange={(event) => palette.type(event.currentTarget.value, (event.nativeEvent as InputEvent).isComposing)}
          onCompositionEnd={(event) => palette.type(event.currentTarget.value, false)}
          onKeyDown={palette.handleKey}
        />
        <PaletteList groups={groups} typed={query.text} selected={selected} isBusy={palette.isBusy} onChoose={choose} />
        {rows.length === 0 && <p className={classes.nothing}>{strings.palette.nothing}</p>}
        <p className="visually-hidden" role="status">
          {typed.trim() === '' ? '' : strings.palette.count(count)}
        </p>
        <PaletteFooter scope={query.scope} onScope={palette.setScope} />
      </Modal.Content>
    </Modal.Root>
  )
}

function focusOnce(field: HTMLInputElement | null): void {
  field?.focus()
}
