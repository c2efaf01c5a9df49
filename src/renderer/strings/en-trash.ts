// The sentences of the trash, in English.

export const enTrash = {
  trash: 'Trash',
} as const
