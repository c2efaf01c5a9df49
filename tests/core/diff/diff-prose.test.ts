// Differences that a person can read, and that are whole: from them both texts can be put together again, whatever the texts.

import { expect, test } from 'vitest'
import { diffProse, type ProseBlock } from '../../../src/core/diff/diff-prose.ts'
import { seededRandom } from '../commands/memory-notebook.ts'

/** As `[-gone-]{+new+}`, unchanged paragraphs as they are. */
const shown = (blocks: readonly ProseBlock[]) =>
  blocks
    .flatMap((block) =>
      block.kind === 'same' ? [block.text] : block.parts.map(({ kind, text }) => ({ same: text, gone: `[-${text}-]`, new: `{+${text}+}` })[kind]),
    )
    .join('')

const sideOf = (blocks: readonly ProseBlock[], hidden: 'gone' | 'new') =>
  blocks.map((block) => (block.kind === 'same' ? block.text : block.parts.map(({ kind, text }) => (kind === hidden ? '' : text)).join(''))).join('')

test.each([
  ['', '', ''],
  ['one', 'one', 'one'],
  ['', 'new', '{+new+}'],
  ['gone\n', '', '[-gone\n-]'],
  ['The bank sold its stake.', 'The bank has sold its stake.', 'The bank {+has +}sold its stake.'],
  ['A\n\nB stays.\n\nC is old.', 'A\n\nB stays.\n\nC is new.', 'A\n\nB stays.\n\nC is [-old-]{+new+}.'],
  ['软银集团出售三百亿美元', '软银集团出售五百亿美元', '软银集团出售[-三百亿-]{+五百亿+}美元'],
  ['value $30 bn', 'value $35 bn', 'value $[-30 -]{+35 +}bn'],
  // Words that two sentences merely share do not cut their difference to pieces.
  ['It is a risk to the group', 'We see a chance for the owners', '[-It is a risk to the group-]{+We see a chance for the owners+}'],
  ['one\r\ntwo\r\n', 'one\r\n2\r\n', 'one\r\n[-two-]{+2+}\r\n'],
])('%j → %j', async (before, after, expected) => expect(shown(await diffProse(before, after))).toBe(expected))

test.each([1, 2, 3, 4, 5, 6])('seed %i: random edits of random texts give both sides back', async (seed) => {
  const random = seededRandom(seed)
  const words = ['软银', ' ', 'the ', 'debt', '\n\n', '三百亿', '😀', '\r\n', '**', 'Ａ', '\ud800']
  const text = (length: number) => Array.from({ length }, () => words[random(words.length)]).join('')
  for (let turn = 0; turn < 60; turn += 1) {
    const before = text(random(120))
    const at = random(before.length + 1)
    const after =
      random(3) === 0 ? text(random(120)) : before.slice(0, at) + text(random(12)) + before.slice(Math.min(before.length, at + random(20)))
    const blocks = await diffProse(before, after)
    expect(sideOf(blocks, 'new')).toBe(before)
    expect(sideOf(blocks, 'gone')).toBe(after)
    if (before === after) expect(blocks.every(({ kind }) => kind === 'same')).toBe(true)
  }
})

test('a note of 20,000 words, all of it rewritten in one paragraph, is compared in pieces: none of them runs on without a pause', async () => {
  const random = seededRandom(7)
  const text = () => Array.from({ length: 20_000 }, () => `w${random(40) * random(60)}`).join(' ')
  const [before, after] = [text(), text()]
  let pauses = 0
  const blocks = await diffProse(before, after, async () => {
    pauses += 1
  })
  expect(sideOf(blocks, 'new')).toBe(before)
  expect(sideOf(blocks, 'gone')).toBe(after)
  expect(pauses).toBeGreaterThan(1)
})
