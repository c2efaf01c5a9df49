// A moment in the reader's own time zone: the time of day for today, the date for earlier, the whole of it on hover.

import type { PointerEvent } from 'react'
import { languageTag, strings } from '../strings/strings.ts'

/** `at` is ISO 8601. */
export function ShownMoment({ at }: { at: string }) {
  return (
    <time dateTime={at} onPointerEnter={nameWhole}>
      {showMoment(new Date(at), new Date())}
    </time>
  )
}

function showMoment(moment: Date, now: Date): string {
  if (moment.toDateString() === now.toDateString()) return strings.moments.timeOfDay(moment.getHours(), moment.getMinutes())
  return showDay(moment)
}

export function showDay(moment: Date): string {
  return strings.moments.day(moment.getDate(), moment.getMonth() + 1, moment.getFullYear())
}

/** Only when it is about to be seen: the browser's first date takes it many milliseconds. */
export function nameWhole({ currentTarget }: PointerEvent<HTMLTimeElement>): void {
  const format = new Intl.DateTimeFormat(languageTag, { dateStyle: 'full', timeStyle: 'short' })
  currentTarget.title = format.format(new Date(currentTarget.dateTime))
}

/** As `ShownMoment`, where only a string will do. */
export function shownMoment(at: string): string {
  return showMoment(new Date(at), new Date())
}

/** Day and time, for what has to be told apart within a day. */
export function wholeMoment(at: string): string {
  const moment = new Date(at)
  return `${showDay(moment)}, ${strings.moments.timeOfDay(moment.getHours(), moment.getMinutes())}`
}
