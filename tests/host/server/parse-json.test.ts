// JSON from outside: what every parser takes, up to a depth that no function of ours runs out of stack at.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxJsonDepth, parseJson } from '../../../src/host/server/parse-json.ts'

const nested = (depth: number, [open, close]: readonly [string, string], inside = '') => `${open.repeat(depth)}${inside}${close.repeat(depth)}`
const lists = ['[', ']'] as const
const objects = ['{"a":', '}'] as const

describe('nesting', () => {
  test.each([lists, objects])('%s is read to its limit and no further', (...pair) => {
    expect(JSON.stringify(parseJson(nested(maxJsonDepth, pair, '1')))).toHaveLength(nested(maxJsonDepth, pair, '1').length)
    expect(() => parseJson(nested(maxJsonDepth + 1, pair, '1'))).toThrow('nested too deep')
    expect(() => parseJson(pair[0].repeat(1_000_000))).toThrow('nested too deep')
  })

  test('counts what is open at one place, not what there is', () => {
    const wide = `[${'[],'.repeat(10_000)}{"a":{}}]`
    expect(parseJson(wide)).toHaveLength(10_001)
  })

  test('does not count what stands in texts', () => {
    const many = '['.repeat(1_000)
    for (const text of [many, `"${many}`, `\\${many}`, `\\"${many}`, `\\\\${many}`, `${many}"`])
      expect(parseJson(JSON.stringify({ [text]: [text] }))).toEqual({ [text]: [text] })
    // Behind a text that ends in a backslash, brackets count again.
    expect(() => parseJson(`["a\\\\",${nested(maxJsonDepth, lists)}]`)).toThrow('nested too deep')
    expect(() => parseJson(`["a\\"",${nested(maxJsonDepth, lists)}]`)).toThrow('nested too deep')
    expect(parseJson(`["a\\\\",${nested(maxJsonDepth - 1, lists)}]`)).toHaveLength(2)
  })
})

test('is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 20 }), (value) => {
      expect(parseJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', '\\', '[', ']', '{', '}', ':', ',', '1', ' ') }), (text) => {
      const outcome = (parse: (text: string) => unknown) => {
        try {
          return JSON.stringify(parse(text))
        } catch {
          return 'refused'
        }
      }
      expect(outcome(parseJson)).toBe(outcome(JSON.parse))
    }),
  )
  for (const text of ['', '"', '"\\', '{"a', '[1,]', 'NaN']) expect(() => parseJson(text)).toThrow(SyntaxError)
})
