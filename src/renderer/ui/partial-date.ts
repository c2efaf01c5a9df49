// A date as precise as it is known, in words: `14 Nov 2025`, `Nov 2025`, `2025`.

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `date` is ISO 8601 to the day, the month or the year; anything else is shown as it stands. */
export function showPartialDate(date: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? []
  const name = month && months[Number(month) - 1]
  if (!year || (month && !name)) return date
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ')
}
