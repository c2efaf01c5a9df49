// The sentences of the reports, in English.

export const enReports = {
  reports: 'Reports',
} as const
