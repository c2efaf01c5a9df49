// A moment in the reader's own time zone: the time of day for today, the date for earlier, the whole of it on hover.

const timeOfDay = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const whole = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' })

/** `at` is ISO 8601. */
export function ShownMoment({ at }: { at: string }) {
  const moment = new Date(at)
  return (
    <time dateTime={at} title={whole.format(moment)}>
      {showMoment(moment, new Date())}
    </time>
  )
}

function showMoment(moment: Date, now: Date): string {
  return moment.toDateString() === now.toDateString() ? timeOfDay.format(moment) : date.format(moment)
}

/** As `ShownMoment`, where only a string will do. */
export function shownMoment(at: string): string {
  return showMoment(new Date(at), new Date())
}

/** Day and time, for what has to be told apart within a day. */
export function wholeMoment(at: string): string {
  const moment = new Date(at)
  return `${date.format(moment)}, ${timeOfDay.format(moment)}`
}
