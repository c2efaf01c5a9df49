// The workspace as data: what openings, moves and closings do, and what holds after any of them in any order.

import { expect, test } from 'vitest'
import { readAddress, toAddress, type Where } from '../../../../src/renderer/app/workspace/address.ts'
import { keepViews } from '../../../../src/renderer/app/workspace/kept-views.ts'
import { restoreWorkspace, saveWorkspace } from '../../../../src/renderer/app/workspace/saved-workspace.ts'
import {
  activateTab,
  activeTab,
  closeTab,
  duplicateTab,
  emptyWorkspace,
  findTab,
  focusSide,
  moveBeside,
  moveTab,
  openDocument,
  reopenTab,
  sides,
  stepTab,
  type TabDocument,
  togglePin,
  type Workspace,
} from '../../../../src/renderer/app/workspace/workspace.ts'
import {
  currentEntry,
  forgetMissingTabs,
  moveToSerial,
  pushEntry,
  showEntry,
  startHistory,
  stepHistory,
  type WorkspaceHistory,
} from '../../../../src/renderer/app/workspace/workspace-history.ts'

const documents: readonly TabDocument[] = ['insight:a', 'insight:b', 'insight:c', 'source:x', 'source:y']
const insights: Where = { view: 'insights' }

const shown = (workspace: Workspace) => sides.map((side) => workspace[side].tabs.map(({ document }) => document))
const open = (...opened: TabDocument[]) => opened.reduce<Workspace>((workspace, each) => openDocument(workspace, each), emptyWorkspace)

test('sources open at the left and insights at the right, one after another in the same tab', () => {
  const workspace = open('source:x', 'insight:a', 'insight:b', 'source:y')
  expect(shown(workspace)).toEqual([['source:y'], ['insight:b']])
  expect(workspace.focused).toBe('left')
})

test('a plain opening activates what is open, and replaces neither a pinned tab nor a document of the other kind', () => {
  let workspace = openDocument(open('insight:a'), 'insight:b', { newTab: true })
  workspace = openDocument(workspace, 'insight:a')
  expect(activeTab(workspace.right)?.document).toBe('insight:a')
  expect(shown(workspace)).toEqual([[], ['insight:a', 'insight:b']])
  workspace = togglePin(workspace, workspace.right.active ?? '')
  workspace = openDocument(workspace, 'insight:c')
  expect(shown(workspace)).toEqual([[], ['insight:a', 'insight:c', 'insight:b']])
  workspace = openDocument(workspace, 'source:x', { beside: true })
  expect(shown(workspace)).toEqual([[], ['insight:a', 'insight:c', 'source:x', 'insight:b']])
})

test('beside is the other pane, and where only that shows a kind, plain openings go there', () => {
  let workspace = openDocument(open('insight:a'), 'insight:b', { beside: true })
  expect(shown(workspace)).toEqual([['insight:b'], ['insight:a']])
  workspace = closeTab(workspace, workspace.right.active ?? '')
  expect(workspace.focused).toBe('left')
  expect(shown(openDocument(workspace, 'insight:c'))).toEqual([['insight:c'], []])
})

test('a closed tab comes back where it was', () => {
  const three = ['insight:b', 'insight:c'] as const
  const workspace = three.reduce<Workspace>((held, each) => openDocument(held, each, { newTab: true }), open('insight:a'))
  const middle = workspace.right.tabs[1]?.id ?? ''
  const closed = closeTab(workspace, middle)
  expect(shown(closed)).toEqual([[], ['insight:a', 'insight:c']])
  expect(shown(reopenTab(closed))).toEqual([[], ['insight:a', 'insight:b', 'insight:c']])
  expect(reopenTab(reopenTab(closed)).closed).toEqual([])
})

test('back shows what was shown, and opens again what was closed', () => {
  let workspace = open('insight:a')
  let history = startHistory(insights, workspace)
  const go = (next: Workspace, where = insights) => {
    workspace = next
    history = forgetMissingTabs(pushEntry(history, where, workspace), workspace)
  }
  go(openDocument(workspace, 'insight:b'))
  go(openDocument(workspace, 'insight:c', { newTab: true }))
  go(workspace, { view: 'trash' })
  const back = () => {
    history = stepHistory(history, -1) ?? history
    workspace = showEntry(workspace, currentEntry(history))
  }
  back()
  expect(currentEntry(history).where.view).toBe('insights')
  expect(activeTab(workspace.right)?.document).toBe('insight:c')
  back()
  back()
  expect(activeTab(workspace.right)?.document).toBe('insight:a')
  expect(shown(workspace)).toEqual([[], ['insight:a', 'insight:c']])
  workspace = closeTab(workspace, workspace.right.active ?? '')
  history = forgetMissingTabs(history, workspace)
  history = stepHistory(history, 1) ?? history
  workspace = showEntry(workspace, currentEntry(history))
  expect(activeTab(workspace.right)?.document).toBe('insight:b')
})

test('the same place twice is one step', () => {
  const workspace = open('insight:a')
  const history = startHistory(insights, workspace)
  expect(pushEntry(history, insights, openDocument(workspace, 'insight:a'))).toBe(history)
})

test.each([
  ['#/insights?insight=insight%3Aa&source=source%3Ax', 'source:x', 'insight:a'],
  ['#/insights?insight=insight%3Aa&left=insight%3Ab', 'insight:b', 'insight:a'],
  ['#/sources?right=source%3Ax', undefined, 'source:x'],
] as const)('the address %s says both panes', (address, left, right) => {
  const read = readAddress(address)
  expect([read.left, read.right]).toEqual([left, right])
  expect(toAddress(read)).toBe(address)
})

test('what an address does not mean is left out', () => {
  expect(readAddress('#/nowhere?insight=source:x&report=insight:a&pane=cellar&left=javascript:1')).toEqual({
    where: { view: 'insights', report: undefined, topic: undefined, query: undefined, pane: undefined },
    left: undefined,
    right: undefined,
  })
})

test('the last notes of a pane are kept in the page, those of closed tabs are not', () => {
  let workspace = open('insight:a')
  let kept = keepViews([], workspace.right)
  workspace = openDocument(workspace, 'insight:b')
  kept = keepViews(kept, workspace.right)
  expect(kept.map(({ document }) => document)).toEqual(['insight:b', 'insight:a'])
  expect(keepViews(kept, workspace.right)).toBe(kept)
  workspace = closeTab(workspace, workspace.right.active ?? '')
  expect(keepViews(kept, workspace.right)).toEqual([])
})

test.each([
  'nonsense',
  'null',
  '{}',
  '{"version":1,"workspace":{},"history":{}}',
  saveWorkspace({ workspace: { ...emptyWorkspace, focused: 'middle' as 'left' }, history: startHistory(insights, emptyWorkspace) }),
  saveWorkspace({ workspace: { ...emptyWorkspace, right: { tabs: [], active: 't9' } }, history: startHistory(insights, emptyWorkspace) }),
  saveWorkspace({ workspace: emptyWorkspace, history: { ...startHistory(insights, emptyWorkspace), position: 3 } }),
])('what is damaged is no workspace: %#', (text) => {
  expect(restoreWorkspace(text)).toBeUndefined()
})

for (const seed of Array.from({ length: 40 }, (_, index) => index + 1)) {
  test(`any operations in any order leave a whole workspace, seed ${seed}`, () => {
    const random = randomOf(seed)
    const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value
    let workspace = emptyWorkspace
    let history: WorkspaceHistory = startHistory(insights, workspace)
    for (let turn = 0; turn < 100; turn += 1) {
      const anyTab = () => pick([...workspace.left.tabs, ...workspace.right.tabs, { id: 't0' }]).id
      const next = pick<() => Workspace>([
        () => openDocument(workspace, pick(documents)),
        () => openDocument(workspace, pick(documents), { newTab: true }),
        () => openDocument(workspace, pick(documents), { beside: true, newTab: random() < 0.5 }),
        () => activateTab(workspace, anyTab()),
        () => closeTab(workspace, anyTab()),
        () => closeTab(workspace, anyTab()),
        () => reopenTab(workspace),
        () => moveTab(workspace, anyTab(), pick(sides), Math.floor(random() * 6)),
        () => moveBeside(workspace, anyTab()),
        () => duplicateTab(workspace, anyTab()),
        () => togglePin(workspace, anyTab()),
        () => stepTab(workspace, random() < 0.5 ? 1 : -1),
        () => focusSide(workspace, pick(sides)),
        () => {
          history = stepHistory(history, random() < 0.5 ? 1 : -1) ?? history
          return showEntry(workspace, currentEntry(history))
        },
      ])()
      if (random() < 0.6) history = pushEntry(history, { view: pick(['insights', 'sources', 'trash'] as const) }, next)
      workspace = next
      history = forgetMissingTabs(history, workspace)
      expectWhole(workspace, history)
    }
  })
}

function expectWhole(workspace: Workspace, history: WorkspaceHistory): void {
  const all = sides.flatMap((side) => workspace[side].tabs)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  for (const side of sides) {
    const { tabs, active } = workspace[side]
    expect(tabs.some(({ id }) => id === active)).toBe(tabs.length > 0)
    expect(tabs.map(({ isPinned }) => isPinned)).toEqual(tabs.map(({ isPinned }) => isPinned).sort((one, other) => Number(other) - Number(one)))
  }
  if (all.length > 0) expect(workspace[workspace.focused].tabs.length).toBeGreaterThan(0)
  const named = history.entries.flatMap(({ left, right }) => [left?.tab, right?.tab])
  expect(named.filter((tab) => tab !== undefined && !findTab(workspace, tab))).toEqual([])
  expect(moveToSerial(history, currentEntry(history).serial)).toEqual(history)
  expect(restoreWorkspace(saveWorkspace({ workspace, history }))).toEqual({ workspace, history })
}

/** mulberry32: small, and the same everywhere. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
