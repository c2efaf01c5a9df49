// @vitest-environment jsdom
// While the past is shown, what changes something cannot be run by key, palette or menu, and its key says why; everything else can.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addAction, availableActions, handleKeydown, lockChanges, runAction } from '../../../src/renderer/keys/actions.ts'

const run = vi.fn()
const refused = vi.fn()
const stops: (() => void)[] = []
beforeEach(() => {
  for (const id of ['insight.new', 'history.undo', 'view.trash'] as const) stops.push(addAction({ id, run: () => run(id) }))
})
afterEach(() => {
  lockChanges(undefined)
  for (const stop of stops.splice(0)) stop()
  vi.clearAllMocks()
})

function press(key: string): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, cancelable: true })
  Object.defineProperty(event, 'target', { value: document.body })
  handleKeydown(event)
  return event
}

test('keys, palette and menus lose what changes something, and get it back', () => {
  lockChanges(refused)
  expect(availableActions()).toEqual(['view.trash'])
  expect(runAction('insight.new')).toBe(false)
  expect(press('n').defaultPrevented).toBe(true)
  expect(refused).toHaveBeenCalledTimes(1)
  press('4')
  expect(run.mock.calls).toEqual([['view.trash']])
  lockChanges(undefined)
  press('n')
  expect(run).toHaveBeenLastCalledWith('insight.new')
  expect(refused).toHaveBeenCalledTimes(1)
})
