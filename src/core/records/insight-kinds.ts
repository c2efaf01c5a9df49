// What an insight can be, in a file of its own: lists and menus need the words and not the schemas.

export const insightKinds = ['fact', 'interpretation', 'forecast', 'question'] as const
export const insightStatuses = ['draft', 'reviewed', 'retired'] as const
export const confidences = ['low', 'medium', 'high'] as const
