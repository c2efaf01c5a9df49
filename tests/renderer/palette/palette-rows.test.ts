// The palette finds a command by what it is called elsewhere, and says by which name.

import { expect, test } from 'vitest'
import { paletteGroups, readQuery } from '../../../src/renderer/features/palette/palette-rows.ts'
import { actionIds, isActionId } from '../../../src/renderer/keys/catalogue.ts'
import { strings } from '../../../src/renderer/strings/strings.ts'

const found = (typed: string) =>
  paletteGroups(readQuery(typed), { commands: actionIds, recentCommands: [], topics: [{ name: 'Past deals', count: 1 }], things: [] })
    .flatMap(({ rows }) => rows)
    .filter(({ kind }) => kind !== 'offer')

test.each([
  ['the past', 'Look at the notebook as it was…'],
  ['time mach', 'Look at the notebook as it was…'],
  ['>past', 'Look at the notebook as it was…'],
  ['DARK mode', 'Switch between light and dark'],
  ['shortcuts', 'Keys'],
  ['bin', 'Trash'],
  ['preferences', 'Settings'],
])('“%s” finds “%s” first', (typed, title) => {
  expect(found(typed)[0]).toMatchObject({ kind: 'command', title })
})

test('what is really called so comes before, and the other name is shown', () => {
  expect(found('past').map(({ title }) => title)).toEqual(expect.arrayContaining(['Past deals', 'Look at the notebook as it was…']))
  expect(found('past')[0]?.title).toBe('Past deals')
  expect(found('time mach')[0]?.detail).toBe('Go · time machine')
  expect(found('Look at the notebook')[0]?.detail).toBe('Go')
})

test('every other name belongs to an action', () => {
  expect(Object.keys(strings.palette.otherNames).filter((id) => !isActionId(id))).toEqual([])
})
