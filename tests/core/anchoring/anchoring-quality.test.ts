import { describe, expect, it } from 'vitest'
import { makeQuoteRound } from '../../bench/anchors/make-quote-round.ts'
import { prosePages, realPages } from '../../bench/anchors/pages.ts'
import { tallyEdits, tallyWrapping } from '../../bench/anchors/run-cases.ts'
import { templatePages } from '../../bench/anchors/template-pages.ts'

// A small `bench anchors`: bounds that a step back would break, some way below what is measured there.
const essays = realPages().filter(({ text }) => text.length < 6_000)

describe('after seeded edits', () => {
  it('passages are where they are, and what was deleted is lost, with the old text at hand', () => {
    const { kept, right, tight, wrong, deleted, falseClaims } = tallyEdits(essays, [101, 102, 103], ['carry']).get('carry') ?? expect.fail()
    expect(kept).toBeGreaterThan(60)
    expect(right / kept).toBeGreaterThan(0.97)
    expect(tight / kept).toBeGreaterThan(0.93)
    expect(wrong / kept).toBeLessThan(0.02)
    expect(falseClaims / deleted).toBeLessThan(0.02)
  })

  it('and from the quote alone far oftener than by the leading annotator’s rule', () => {
    const tallies = tallyEdits(essays, [201, 202], ['find', 'rule'])
    const [find, rule] = [tallies.get('find') ?? expect.fail(), tallies.get('rule') ?? expect.fail()]
    expect(find.right / find.kept).toBeGreaterThan(0.93)
    expect(find.tight).toBeGreaterThan(rule.tight)
    expect(find.falseClaims / find.deleted).toBeLessThan(0.06)
    expect(find.falseClaims).toBeLessThan(rule.falseClaims / 3)
  })

  it('quotes of running prose are found, and nothing is put in the place of one that was deleted', () => {
    const { kept, right, tight, wrong, falseClaims } =
      tallyEdits(prosePages(), [501, 502, 503, 504], ['find'], makeQuoteRound).get('find') ?? expect.fail()
    expect(kept).toBeGreaterThan(100)
    expect(right / kept).toBeGreaterThan(0.96)
    expect(tight / kept).toBeGreaterThan(0.93)
    expect(wrong / kept).toBeLessThan(0.015)
    expect(falseClaims).toBeLessThan(3)
  })

  it('a list of deals in the same words does not mislead it', () => {
    const { kept, right, wrong, deleted, falseClaims } = tallyEdits(templatePages(), [301, 302], ['carry']).get('carry') ?? expect.fail()
    expect(right / kept).toBeGreaterThan(0.92)
    expect(wrong / kept).toBeLessThan(0.03)
    expect(falseClaims / deleted).toBeLessThan(0.05)
  })

  it('wrapping alone changes nothing', () => {
    for (const [, { kept, tight }] of tallyWrapping([...essays, ...templatePages()], [401], ['find', 'carry'])) expect(tight).toBe(kept)
  })
})
