// Where side notes stand in the margin: each as near to its passage as the others let it.

/** Pixels in the column; `wanted` is where the passage is. */
export type NoteToPlace = { wanted: number; height: number }

const gap = 8

/**
 * The tops of `notes`, which come in the order of their passages: none overlaps another, and that at `held` stands exactly where it wants to as
 * long as those above it have room. Linear.
 */
export function placeNotes(notes: readonly NoteToPlace[], held = -1): number[] {
  const tops = notes.map(({ wanted }) => wanted)
  const pushDown = (from: number) => {
    for (let index = from; index < notes.length; index += 1) {
      const free = index > 0 ? tops[index - 1]! + notes[index - 1]!.height + gap : 0
      tops[index] = Math.max(notes[index]!.wanted, free)
    }
  }
  pushDown(0)
  if (held < 0 || held >= notes.length || tops[held] === notes[held]!.wanted) return tops
  const inOrder = [...tops]
  tops[held] = notes[held]!.wanted
  for (let index = held - 1; index >= 0; index -= 1) tops[index] = Math.min(tops[index]!, tops[index + 1]! - gap - notes[index]!.height)
  if ((tops[0] ?? 0) < 0) return inOrder
  pushDown(held + 1)
  return tops
}
