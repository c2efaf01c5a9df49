// What can be done to one or many sources of the list, for its menu, the bar of the selection and the keys.

import { IconArrowUpRight, IconBuilding, IconColumns2, IconFileDescription, IconLanguage, IconQuote, IconScale, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { type Source, sourceKinds } from '../../../core/records/source.ts'
import { copyReferences } from '../../notebook/export-insights.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { useSendMany } from '../../notebook/use-send-many.ts'
import { strings } from '../../strings/strings.ts'
import { EvidenceDialog } from '../../ui/evidence-dialog.tsx'
import type { RowAction } from '../../ui/row-actions.ts'
import { WordDialog } from '../../ui/word-dialog.tsx'

type Ids = readonly RecordId<'source'>[]

export type SourceActions = {
  actionsFor: (ids: Ids, open?: { here: () => void; beside: () => void }) => readonly RowAction[]
  remove: (ids: Ids) => void
  copyCitations: (ids: Ids) => void
  /** What is being asked, if anything: to be shown beside the list. */
  dialog: ReactNode
}

/** `publishers` are offered while one is typed. */
export function useSourceActions(publishers: readonly string[]): SourceActions {
  const client = useClient()
  const sendMany = useSendMany()
  const [asked, setAsked] = useState<{ kind: 'publisher' | 'evidence'; ids: Ids }>()
  const revise = (ids: Ids, set: Partial<Pick<Source, 'language' | 'kind' | 'publisher'>>) =>
    void sendMany(
      'source.revise-many',
      { ids: [...ids], set },
      { label: strings.lists.changingSources(ids.length), undoMessage: strings.lists.changedSources(ids.length) },
    )
  const remove = (ids: Ids) =>
    void sendMany('trash.remove', { ids: [...ids] }, { label: strings.lists.removing(ids.length), undoMessage: strings.lists.removed(ids.length) })
  const copyCitations = (ids: Ids) => void copyReferences(client, ids)
  const close = () => setAsked(undefined)

  return {
    remove,
    copyCitations,
    actionsFor: (ids, open) => [
      ...(open
        ? [
            {
              kind: 'run',
              isHarmless: true,
              label: strings.lists.open,
              Icon: IconArrowUpRight,
              IconColumns2,
              keys: 'Enter',
              run: open.here,
            } as const,
            { kind: 'run', isHarmless: true, label: strings.lists.openBeside, Icon: IconColumns2, keys: 'Alt+Enter', run: open.beside } as const,
          ]
        : []),
      {
        kind: 'choose',
        label: strings.lists.setLanguage,
        Icon: IconLanguage,
        options: Object.entries(strings.lists.languageNames).map(([language, label]) => ({ label, run: () => revise(ids, { language }) })),
      },
      {
        kind: 'choose',
        label: strings.lists.setKind,
        Icon: IconFileDescription,
        options: sourceKinds.map((kind) => ({ label: kind, run: () => revise(ids, { kind }) })),
      },
      { kind: 'run', label: strings.lists.setPublisher, Icon: IconBuilding, run: () => setAsked({ kind: 'publisher', ids }) },
      { kind: 'run', label: strings.lists.linkAsEvidence, Icon: IconScale, run: () => setAsked({ kind: 'evidence', ids }) },
      {
        kind: 'run',
        label: strings.lists.copyCitations,
        Icon: IconQuote,
        action: 'selection.copy-citations',
        isHarmless: true,
        run: () => copyCitations(ids),
      },
      { kind: 'run', label: strings.lists.toTrash, Icon: IconTrash, keys: 'Delete', run: () => remove(ids) },
    ],
    dialog:
      asked?.kind === 'publisher' ? (
        <WordDialog
          title={strings.lists.publisherTitle(asked.ids.length)}
          label={strings.lists.publisher}
          known={publishers}
          maxLength={2_000}
          takesNothing
          ways={[{ label: strings.lists.set, run: (publisher) => revise(asked.ids, { publisher }) }]}
          onClose={close}
        />
      ) : asked ? (
        <EvidenceDialog sources={asked.ids} onClose={close} />
      ) : null,
  }
}
