// What keys, palette and menus do with tabs, panes and the way between them.

import { useAction } from '../../keys/actions.ts'
import { useNavigation } from '../navigation.ts'
import { useLayoutSettings } from './layout-settings.ts'
import { focusNextRegion } from './regions.ts'
import {
  activateTab,
  closeTab,
  duplicateTab,
  findTab,
  moveBeside,
  moveTab,
  openDocument,
  otherSide,
  reopenTab,
  stepTab,
  togglePin,
  type Workspace,
} from './workspace.ts'

export function useWorkspaceActions(): void {
  const { change, back, forward } = useNavigation.getState()
  const { toggleRail, toggleList, toggleSurroundings } = useLayoutSettings.getState()
  const held = () => useNavigation.getState()
  const isWorkbench = () => ['insights', 'sources'].includes(held().view)
  const group = () => held().workspace[held().workspace.focused]
  const hasTab = () => isWorkbench() && group().active !== undefined
  const hasTabs = () => isWorkbench() && group().tabs.length > 1
  /** Does something with the active tab of the pane that has the focus. */
  const onTab = (to: (workspace: Workspace, id: string) => Workspace, isStep = false) => {
    const { active } = group()
    if (active !== undefined) change((workspace) => to(workspace, active), { isStep })
  }
  const move = (step: 1 | -1) =>
    onTab((workspace, id) => {
      const found = findTab(workspace, id)
      return found ? moveTab(workspace, id, found.side, Math.max(0, found.position + step)) : workspace
    })

  useAction({ id: 'history.back', run: back, isEnabled: () => held().history.position > 0 })
  useAction({ id: 'history.forward', run: forward, isEnabled: () => held().history.position < held().history.entries.length - 1 })
  useAction({ id: 'view.toggle-rail', run: toggleRail })
  useAction({ id: 'view.toggle-list', run: toggleList, isEnabled: isWorkbench })
  useAction({ id: 'view.toggle-surroundings', run: toggleSurroundings })
  useAction({ id: 'pane.next', run: () => focusNextRegion(1) })
  useAction({ id: 'pane.previous', run: () => focusNextRegion(-1) })
  useAction({ id: 'tab.next', run: () => change((workspace) => stepTab(workspace, 1), { isStep: true }), isEnabled: hasTabs })
  useAction({ id: 'tab.previous', run: () => change((workspace) => stepTab(workspace, -1), { isStep: true }), isEnabled: hasTabs })
  useAction({
    id: 'tab.go-to',
    run: (event) => goToTab(event),
    isEnabled: hasTab,
  })
  useAction({
    id: 'tab.new-beside',
    run: () =>
      onTab((workspace, id) => {
        const found = findTab(workspace, id)
        return found ? openDocument(workspace, found.tab.document, { side: otherSide(found.side) }) : workspace
      }, true),
    isEnabled: hasTab,
  })
  useAction({ id: 'tab.move-beside', run: () => onTab(moveBeside), isEnabled: hasTab })
  useAction({ id: 'tab.move-left', run: () => move(-1), isEnabled: hasTabs })
  useAction({ id: 'tab.move-right', run: () => move(1), isEnabled: hasTabs })
  useAction({ id: 'tab.duplicate', run: () => onTab(duplicateTab, true), isEnabled: hasTab })
  useAction({ id: 'tab.pin', run: () => onTab(togglePin), isEnabled: hasTab })
  useAction({ id: 'tab.close', run: () => onTab(closeTab), isEnabled: hasTab })
  useAction({
    id: 'tab.close-others',
    run: () =>
      onTab((workspace, id) => {
        const others = workspace[workspace.focused].tabs.filter((tab) => tab.id !== id && !tab.isPinned)
        return others.reduce((next, tab) => closeTab(next, tab.id), workspace)
      }),
    isEnabled: hasTabs,
  })
  useAction({
    id: 'tab.reopen',
    run: () => change(reopenTab, { isStep: true }),
    isEnabled: () => isWorkbench() && held().workspace.closed.length > 0,
  })
}

/** Alt with a digit: that tab, 9 the last one; without a digit the menu of all of them. */
function goToTab(event: KeyboardEvent | undefined): void {
  const { workspace, change } = useNavigation.getState()
  const { tabs } = workspace[workspace.focused]
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event?.code ?? '')?.[1]
  if (digit === undefined) {
    document.querySelector<HTMLElement>(`[data-tab-menu="${workspace.focused}"]`)?.click()
    return
  }
  const tab = digit === '9' ? tabs.at(-1) : tabs[Number(digit) - 1]
  if (tab) change((held) => activateTab(held, tab.id), { isStep: true })
}
