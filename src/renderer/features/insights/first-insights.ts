// What the list of insights asks for when it is first shown: the window asks it before there is a list.

export const firstOrder = 'updated'
export const firstPage = { start: 0, count: 200 }

/** Field by field as the list itself asks, so that both are one question. */
export function firstInsights(topic: string | undefined) {
  return { params: { filter: '', order: firstOrder, ...(topic === undefined ? {} : { topic }) } as const, page: firstPage }
}
