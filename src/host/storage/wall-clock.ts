// What time a commit says: for people. Order never comes from it.

const latest = '9999-12-31T23:59:59.999Z'
const earliest = '0000-01-01T00:00:00.000Z'

/** ISO 8601 in UTC with a year of four digits, which sorts as text: a clock that is set wrong by millennia says the nearest of those. */
export function wallClock(milliseconds: number = Date.now()): string {
  if (!(milliseconds <= Date.parse(latest))) return latest
  return milliseconds < Date.parse(earliest) ? earliest : new Date(milliseconds).toISOString()
}
