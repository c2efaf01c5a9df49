// Every sentence about actions and their keys, in English.

export const keysWords = {
  menus: { file: 'File', edit: 'Edit', view: 'View', go: 'Go', insight: 'Insight', source: 'Source', report: 'Report', help: 'Help' },
} as const
