// Several highlights of the list at once: which are selected, what is done to them, and what a drag of them carries.

import { IconLink, IconPalette, IconQuote, IconTags, IconTrash } from '@tabler/icons-react'
import { type DragEvent, type ReactNode, useEffect, useMemo, useState } from 'react'
import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import { type HighlightColour, highlightColours } from '../../../core/records/highlight.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { copyReferences, referenceTo } from '../../notebook/export-insights.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { useSendMany } from '../../notebook/use-send-many.ts'
import { strings } from '../../strings/strings.ts'
import { startRecordDrag } from '../../ui/drag-data.ts'
import { EvidenceDialog } from '../../ui/evidence-dialog.tsx'
import { anchorAt, extendSelection, loadedRange, noSelection, selectEach, toggleRow, withoutGone } from '../../ui/row-selection.ts'
import { SelectionBar } from '../../ui/selection-bar.tsx'
import { WordDialog } from '../../ui/word-dialog.tsx'

type Id = RecordId<'highlight'>
export type HighlightSelection = {
  ids: ReadonlySet<string>
  toggle: (id: Id) => void
  extendTo: (id: Id) => void
  /** From here Shift extends. */
  anchorAt: (id: Id) => void
  selectAll: () => void
  clear: () => void
  remove: () => void
  startDrag: (event: DragEvent, highlight: HighlightRow) => void
  /** The bar and what it asks, to stand below the list. */
  shown: ReactNode
}

export function useHighlightSelection(highlights: readonly HighlightRow[], citekey: string): HighlightSelection {
  const client = useClient()
  const sendMany = useSendMany()
  const [selection, setSelection] = useState(noSelection)
  const [asked, setAsked] = useState<'tags' | 'evidence'>()
  useEffect(() => {
    const there = new Set<string>(highlights.map(({ id }) => id))
    setSelection((held) => withoutGone(held, (id) => there.has(id)))
  }, [highlights])
  const ids = useMemo(() => [...selection.ids] as Id[], [selection])
  const revise = (change: { set?: { colour: HighlightColour }; addTags?: string[]; removeTags?: string[] }) =>
    void sendMany(
      'highlight.revise-many',
      { ids, ...change },
      { label: strings.lists.changingHighlights(ids.length), undoMessage: strings.lists.changedHighlights(ids.length) },
    )
  const remove = () =>
    void sendMany('trash.remove', { ids }, { label: strings.lists.removing(ids.length), undoMessage: strings.lists.removed(ids.length) })
  const close = () => setAsked(undefined)

  return {
    ids: selection.ids,
    toggle: (id) => setSelection((held) => toggleRow(held, id)),
    extendTo: (id) =>
      setSelection((held) => {
        const anchored = held.anchor === undefined ? anchorAt(held, id) : held
        return extendSelection(anchored, loadedRange(highlights, anchored.anchor ?? id, id) ?? [id])
      }),
    anchorAt: (id) => setSelection((held) => anchorAt(held, id)),
    selectAll: () => setSelection(selectEach(highlights.map(({ id }) => id))),
    clear: () => setSelection(noSelection),
    remove,
    startDrag: (event, highlight) => {
      const dragged = selection.ids.has(highlight.id) ? highlights.filter(({ id }) => selection.ids.has(id)) : [highlight]
      const records = dragged.map(({ id, passage, number }) => ({ id, title: passage.exact, citekey, number }))
      startRecordDrag(event.dataTransfer, { kind: 'highlight', records }, { text: records.map(referenceTo).join('\n') })
    },
    shown: (
      <>
        <SelectionBar
          count={ids.length}
          onClear={() => setSelection(noSelection)}
          actions={[
            {
              kind: 'choose',
              label: strings.lists.setColour,
              Icon: IconPalette,
              options: highlightColours.map((colour) => ({ label: strings.reader.colours[colour], run: () => revise({ set: { colour } }) })),
            },
            { kind: 'run', label: strings.lists.tags, Icon: IconTags, run: () => setAsked('tags') },
            { kind: 'run', label: strings.lists.linkAsEvidence, Icon: IconLink, run: () => setAsked('evidence') },
            { kind: 'run', isHarmless: true, label: strings.lists.copyQuotes, Icon: IconQuote, run: () => void copyReferences(client, ids) },
            { kind: 'run', label: strings.lists.toTrash, Icon: IconTrash, keys: 'Delete', run: remove },
          ]}
        />
        {asked === 'tags' && (
          <WordDialog
            title={strings.lists.tagsTitle(ids.length)}
            label={strings.lists.tag}
            known={[...new Set(highlights.flatMap(({ tags }) => tags))]}
            maxLength={200}
            ways={[
              { label: strings.lists.addWord, run: (tag) => revise({ addTags: [tag] }) },
              { label: strings.lists.takeWord, run: (tag) => revise({ removeTags: [tag] }) },
            ]}
            onClose={close}
          />
        )}
        {asked === 'evidence' && <EvidenceDialog highlights={ids} onClose={close} />}
      </>
    ),
  }
}
