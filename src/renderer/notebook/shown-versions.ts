// Which record's versions are shown, if any: whoever shows a record can ask for them, wherever it stands.

import { create } from 'zustand'
import type { RecordId } from '../../core/records/record-id.ts'

export type VersionedId = Exclude<RecordId, RecordId<'text'>>

type ShownVersions = { record: VersionedId | undefined; title: string; show: (record: VersionedId, title: string) => void; close: () => void }

export const useShownVersions = create<ShownVersions>((set) => ({
  record: undefined,
  title: '',
  show: (record, title) => set({ record, title }),
  close: () => set({ record: undefined }),
}))
