import { describe, expect, it } from 'vitest'
import { placeNotes } from '../../../src/renderer/features/reader/place-notes.ts'

const notes = (...pairs: [wanted: number, height: number][]) => pairs.map(([wanted, height]) => ({ wanted, height }))

describe('side notes in the margin', () => {
  it('stand at their passages where there is room, and below the one before where there is none', () => {
    expect(placeNotes(notes([10, 40], [200, 40], [210, 40], [400, 40]))).toEqual([10, 200, 248, 400])
  })

  it('make room above and below for the one that is looked at', () => {
    expect(placeNotes(notes([100, 40], [110, 40], [120, 40], [130, 40]), 2)).toEqual([24, 72, 120, 168])
  })

  it('keep their order at the top of the text, where nothing can go further up', () => {
    expect(placeNotes(notes([0, 40], [5, 40], [10, 40]), 2)).toEqual([0, 48, 96])
    expect(placeNotes([], 3)).toEqual([])
  })

  it('never overlap, whatever is held', () => {
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 16_807) % 2_147_483_647
      return seed % below
    }
    for (let round = 0; round < 300; round += 1) {
      const many = Array.from({ length: 1 + random(30) }, () => ({ wanted: random(2_000), height: 20 + random(120) })).toSorted(
        (one, other) => one.wanted - other.wanted,
      )
      const tops = placeNotes(many, random(many.length + 1) - 1)
      for (const [index, top] of tops.entries()) {
        expect(top, `round ${round}`).toBeGreaterThanOrEqual(0)
        if (index > 0) expect(top, `round ${round}`).toBeGreaterThanOrEqual(tops[index - 1]! + many[index - 1]!.height)
      }
    }
  })
})
