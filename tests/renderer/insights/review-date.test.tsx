// @vitest-environment jsdom
// The review date of an insight, set as a person sets it, over a real notebook.

import { act } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ReviewDate } from '../../../src/renderer/features/insights/review-date.tsx'
import { useDraft } from '../../../src/renderer/notebook/draft-hooks.ts'
import { insightDraft } from '../../../src/renderer/notebook/draft-kinds.ts'
import { named, openTestNotebook, press, type Shown, show, type TestNotebook, type, until } from '../window-under-test.tsx'

let held: TestNotebook
let shown: Shown
beforeEach(async () => {
  held = await openTestNotebook()
  await held.run('insight.add', { id: 'insight:claim', title: 'The claim' })
  shown = await show(held.connect('window-one'), <Drafted />)
})
afterEach(async () => {
  await shown.unmount()
  await held.close()
})

function Drafted() {
  const draft = useDraft(insightDraft, 'insight:claim')
  return draft ? <ReviewDate draft={draft} /> : null
}

const reviewBy = () => held.notebook.view.head('insights', 'insight:claim')?.reviewBy
const chip = () => until(() => named<HTMLSelectElement>('Review date', 'select'))
const says = async () => (await chip()).selectedOptions[0]?.textContent

async function choose(word: RegExp): Promise<void> {
  const select = await chip()
  const option = [...select.options].find(({ textContent }) => word.test(textContent ?? ''))
  if (!option) throw new Error(`no choice ${word}: ${select.textContent}`)
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, option.value)
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

test('is chosen some months ahead, and taken away again', async () => {
  expect(await says()).toBe('no review date')
  await choose(/^in 3 months/)
  await until(() => reviewBy())
  const days = (Date.parse(reviewBy() as string) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(87)
  expect(days).toBeLessThan(93)
  expect(await says()).toMatch(/^◷ review by /)
  await choose(/^never/)
  await until(() => reviewBy() === '')
  expect(await says()).toBe('no review date')
})

test('is written as precisely as it is known; what is no date is not taken', async () => {
  await choose(/^another date/)
  const field = await until(() => named<HTMLInputElement>(/^Review date, such as/, 'input'))
  await type(field, '31 March')
  await press('Enter')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  await type(field, '2024-03')
  await press('Enter', { isComposing: true })
  expect(reviewBy()).toBeUndefined()
  await press('Enter')
  await until(() => reviewBy() === '2024-03')
  // Long ago: it says so in words.
  expect(await says()).toBe('◷ review date was Mar 2024')
  await choose(/^another date/)
  await press('Escape')
  await chip()
  expect(reviewBy()).toBe('2024-03')
})
