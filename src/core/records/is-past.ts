// Whether a date that is only as precise as it is known has come and gone.

/** `today` is an ISO day. A day is past when it has come; the whole of 2026-03 has to be over before it is. */
export function isPast(partial: string, today: string): boolean {
  return today.slice(0, partial.length) > partial || (partial.length === today.length && today >= partial)
}
