// Merging two edits of one text: what does not touch is merged, what touches is kept twice, and nothing is ever missing.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffTexts } from '../../../src/core/merge/diff-texts.ts'
import { mergeTexts } from '../../../src/core/merge/merge-texts.ts'
import { splitLines, splitWords } from '../../../src/core/merge/split-text.ts'

const merged = (text: string) => ({ kind: 'merged', text })

describe('mergeTexts', () => {
  it.each([
    ['lines apart', 'one\ntwo\nthree\n', 'ONE\ntwo\nthree\n', 'one\ntwo\nTHREE\n', 'ONE\ntwo\nTHREE\n'],
    ['neighbouring lines', 'one here\ntwo there\n', 'ONE here\ntwo there\n', 'one here\ntwo THERE\n', 'ONE here\ntwo THERE\n'],
    [
      'words of one line',
      'The sale brought in money.',
      'The big sale brought in money.',
      'The sale brought in money today.',
      'The big sale brought in money today.',
    ],
    [
      'Chinese, one line',
      '软银出售了英伟达的股份，用来投资人工智能。',
      '软银已出售了英伟达的股份，用来投资人工智能。',
      '软银出售了英伟达的股份，用来投资人工智能公司。',
      '软银已出售了英伟达的股份，用来投资人工智能公司。',
    ],
    ['no newline at the end', 'one\ntwo', 'zero\none\ntwo', 'one\ntwo\nthree', 'zero\none\ntwo\nthree'],
    ['one appends, the other edits the last line', 'a b c', 'a B c', 'a b c\n\nd', 'a B c\n\nd'],
    ['the same change twice', 'a\nb\nc\n', 'a\nB\nc\n', 'a\nB\nc\n', 'a\nB\nc\n'],
    ['CRLF', 'one\r\ntwo\r\n', 'ONE\r\ntwo\r\n', 'one\r\ntwo\r\nthree\r\n', 'ONE\r\ntwo\r\nthree\r\n'],
    ['a removed paragraph and another changed', 'A\n\nB\n\nC\n', 'A\n\nC\n', 'A\n\nB\n\nC!\n', 'A\n\nC!\n'],
    [
      'words named like members of objects',
      'constructor\n__proto__\ntoString\n',
      'constructor x\n__proto__\ntoString\n',
      'constructor\n__proto__\ntoString y\n',
      'constructor x\n__proto__\ntoString y\n',
    ],
  ])('merges %s', (_name, base, ours, theirs, expected) => {
    expect(mergeTexts(base, ours, theirs)).toEqual(merged(expected))
    expect(mergeTexts(base, theirs, ours)).toEqual(merged(expected))
  })

  it.each([
    ['the same word', 'It grew by half.', 'It grew by a third.', 'It grew by a quarter.'],
    ['neighbouring words', 'worth $30 billion now', 'worth $35 billion now', 'worth $30 million now'],
    ['one amount in Chinese numerals', '投资三百亿美元', '投资五百亿美元', '投资三百万美元'],
    ['two texts at one place', 'end', 'end of mine', 'end of theirs'],
    ['a line removed by one and changed by the other', 'a\nb\nc\n', 'a\nc\n', 'a\nbb\nc\n'],
  ])('does not guess at %s', (_name, base, ours, theirs) => {
    const merge = mergeTexts(base, ours, theirs)
    if (merge.kind !== 'conflict') throw new Error(`merged to ${merge.text}`)
    expect(merge.conflicts.length).toBeGreaterThan(0)
    for (const conflict of merge.conflicts) {
      expect(merge.both).toContain(conflict.ours)
      expect(merge.both).toContain(conflict.theirs)
    }
  })

  it('shows only what clashes, and merges the rest', () => {
    const merge = mergeTexts('A\n\nprice is 10\n\nZ\n', 'A!\n\nprice is 11\n\nZ\n', 'A\n\nprice is 12\n\nZ?\n')
    expect(merge).toEqual({
      kind: 'conflict',
      conflicts: [{ ours: 'A!\n\nprice is 11\n\nZ\n', theirs: 'A\n\nprice is 12\n\nZ?\n' }],
      both: expect.stringContaining('price is 11'),
    })
  })

  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\r\n', '中', '文', '。', '7', '亿', '😀', '\ud83d') })

  it('gives the other side where one side is unchanged', () => {
    fc.assert(
      fc.property(text, text, (base, other) => {
        expect(mergeTexts(base, other, base)).toEqual(merged(other))
        expect(mergeTexts(base, base, other)).toEqual(merged(other))
        expect(mergeTexts(base, other, other)).toEqual(merged(other))
      }),
    )
  })

  it('does not care which side is which', () => {
    fc.assert(
      fc.property(text, text, text, (base, one, other) => {
        const [merge, mirrored] = [mergeTexts(base, one, other), mergeTexts(base, other, one)]
        expect(mirrored.kind).toBe(merge.kind)
        if (merge.kind === 'merged' && mirrored.kind === 'merged') expect(mirrored.text).toBe(merge.text)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps both of two edits in different paragraphs', () => {
    const word = fc.constantFrom('alpha', 'beta', '软银', '英伟达', '5.8', 'and', 'the')
    const paragraph = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 3, maxLength: 12 }), fc.nat(), fc.nat(), (paragraphs, one, other) => {
        const numbered = paragraphs.map((content, index) => `#${index} ${content}`)
        const [first, second] = [one % numbered.length, other % numbered.length]
        fc.pre(Math.abs(first - second) > 1)
        const edit = (at: number, addition: string, list: string[]) => list.map((line, index) => (index === at ? line + addition : line))
        const ours = edit(first, ' OURS', numbered).join('\n\n')
        const theirs = edit(second, ' THEIRS', numbered).join('\n\n')
        expect(mergeTexts(numbered.join('\n\n'), ours, theirs)).toEqual(merged(edit(second, ' THEIRS', edit(first, ' OURS', numbered)).join('\n\n')))
      }),
    )
  })

  it('merges a note of 20,000 words that was changed at both ends', () => {
    const paragraphs = Array.from(
      { length: 400 },
      (_, number) => `Paragraph ${number}: ${'the sale of the stake and the bond that pays for it '.repeat(5)}`,
    )
    const base = paragraphs.join('\n\n')
    const merge = mergeTexts(base, `Mine. ${base}`, `${base} Theirs.`)
    expect(merge).toEqual(merged(`Mine. ${base} Theirs.`))
  })
})

describe('splitLines and splitWords', () => {
  it('lose nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        expect(splitLines(any).join('')).toBe(any)
        expect(splitWords(any).join('')).toBe(any)
      }),
    )
  })
})

describe('diffTexts', () => {
  const apply = (from: string, changes: ReturnType<typeof diffTexts>) =>
    changes.toReversed().reduce((text, { start, end, insert }) => text.slice(0, start) + insert + text.slice(end), from)

  it('turns one text into the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '中', '。', '7') })
    fc.assert(
      fc.property(text, text, (from, to) => {
        const changes = diffTexts(from, to)
        expect(apply(from, changes)).toBe(to)
        for (const [index, change] of changes.entries()) expect(change.start).toBeGreaterThanOrEqual(changes[index - 1]?.end ?? 0)
      }),
      { numRuns: 500 },
    )
  })

  it('leaves what lies between two changes alone', () => {
    expect(diffTexts('one two\nthree\nfour five', 'ONE two\nthree\nfour FIVE')).toEqual([
      { start: 0, end: 4, insert: 'ONE ' },
      { start: 19, end: 23, insert: 'FIVE' },
    ])
  })
})
