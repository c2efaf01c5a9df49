// What is captured is kept word for word, and guessed at with care.

import { describe, expect, test } from 'vitest'
import { guessKind, guessTopics, readCapture } from '../../../src/renderer/features/capture/read-capture.ts'

describe('readCapture', () => {
  test.each([
    ['A claim', 'A claim', ''],
    ['\n\n  A claim  \nand why\n\n- one\n', 'A claim', 'and why\n\n- one'],
    ['# A claim\n\nbody', 'A claim', 'body'],
    ['软银卖出英伟达\n58.3亿美元', '软银卖出英伟达', '58.3亿美元'],
    ['> quoted  words\nmine', 'quoted  words', '> quoted  words\nmine'],
    ['https://example.com/?q=a%20b#c', 'https://example.com/?q=a%20b#c', 'https://example.com/?q=a%20b#c'],
    ['- one\n- two', 'one', '- one\n- two'],
  ])('%j', (text, title, body) => {
    expect(readCapture(text)).toEqual({ title, body })
  })

  test('a whole paragraph stays whole in the body, and its beginning is the title', () => {
    const text = `${'Many words '.repeat(40)}end`
    const { title, body } = readCapture(text)
    expect(body).toBe(text)
    expect(title.length).toBeLessThanOrEqual(200)
    expect(text.startsWith(title.slice(0, -1))).toBe(true)
    expect(title).toMatch(/(Many|words)…$/)
  })
})

test.each([
  ['Who pays?', 'question'],
  ['谁来付钱？', 'question'],
  ['Spreads will widen', 'forecast'],
  ['软银预计将出售更多股份', 'forecast'],
  ['The sale suggests a need for cash', 'interpretation'],
  ['这说明公司缺钱', 'interpretation'],
  ['SoftBank sold its stake', 'fact'],
])('%s is a %s', (title, kind) => {
  expect(guessKind({ title, body: '' })).toBe(kind)
})

test('topics are recognised as words, whatever their case and width', () => {
  const topics = ['AI', 'Bonds', '债券', 'OpenAI']
  expect(guessTopics('ａｉ and bonds', topics)).toEqual(['AI', 'Bonds'])
  expect(guessTopics('she said so', topics)).toEqual([])
  expect(guessTopics('软银的债券', topics)).toEqual(['债券'])
})
