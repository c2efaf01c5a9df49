// Every sentence of the insight list and the insight pane, in English.

export const enInsights = {
  untitled: 'Untitled',
} as const
