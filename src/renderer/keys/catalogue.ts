// Every action of the window in one list: its name, its first keys and where it stands in the menus. The palette, the native menu, tooltips and
// the list of keys are made from it; what an action does is said by the component that can do it (`useAction`).

import { strings } from '../strings/strings.ts'

/** The menus of the program, in their order on the menu bar. */
export const menuNames = ['file', 'edit', 'view', 'go', 'insight', 'source', 'report', 'help'] as const
export type MenuName = (typeof menuNames)[number]

export type ActionDefinition = {
  title: string
  /** Like `Mod+K`, `Shift+Mod+Z`, `H`, `?`, `Escape`: Mod is Ctrl, or Cmd on a Mac. Plain keys work only when no text field has the focus. */
  keys: readonly string[]
  menu: MenuName
  /** Only where a desktop is around the window: in a browser it does not exist. */
  isOnDesktop?: true
}

const { app, capture, desktop, insights, keys, palette, reader, reports, search, settings, sources, trash } = strings

const definitions = {
  'insight.new': { title: app.newInsight, keys: ['N', 'Alt+Mod+N'], menu: 'file' },
  'capture.open': { title: capture.capture, keys: ['Q', 'Shift+Mod+Space'], menu: 'file' },
  'source.new': { title: sources.add, keys: ['Shift+N'], menu: 'file' },
  'report.new': { title: reports.newReport, keys: ['Shift+R'], menu: 'file' },
  'notebook.new': { title: desktop.newNotebook, keys: ['Shift+Mod+N'], menu: 'file', isOnDesktop: true },
  'notebook.open': { title: desktop.openNotebook, keys: ['Mod+O'], menu: 'file', isOnDesktop: true },
  'notebook.show-folder': { title: desktop.showFolder, keys: ['Alt+Mod+O'], menu: 'file', isOnDesktop: true },
  'window.new': { title: desktop.newWindow, keys: ['Shift+Mod+O'], menu: 'file', isOnDesktop: true },
  'window.close': { title: desktop.closeWindow, keys: ['Shift+Mod+W'], menu: 'file', isOnDesktop: true },
  'app.quit': { title: desktop.quit, keys: ['Mod+Q'], menu: 'file', isOnDesktop: true },
  'settings.show': { title: settings.settings, keys: ['Mod+,'], menu: 'file' },
  'starter.reset': { title: app.resetStarter, keys: [], menu: 'file' },

  'history.undo': { title: app.undo, keys: ['Mod+Z'], menu: 'edit' },
  'history.redo': { title: app.redo, keys: ['Shift+Mod+Z', 'Mod+Y'], menu: 'edit' },
  'search.focus': { title: search.focus, keys: ['S', 'Shift+Mod+F'], menu: 'edit' },

  'view.insights': { title: app.insights, keys: ['1'], menu: 'view' },
  'view.sources': { title: app.sources, keys: ['2'], menu: 'view' },
  'view.reports': { title: app.reports, keys: ['3'], menu: 'view' },
  'view.trash': { title: app.trash, keys: ['4'], menu: 'view' },
  'view.theme': { title: settings.switchColours, keys: ['Alt+T'], menu: 'view' },
  'view.text-larger': { title: settings.larger, keys: ['Mod+>'], menu: 'view' },
  'view.text-smaller': { title: settings.smaller, keys: ['Mod+<'], menu: 'view' },
  'view.text-normal': { title: settings.normalSize, keys: ['Alt+Mod+0'], menu: 'view' },

  'palette.show': { title: palette.show, keys: ['Mod+K', 'Shift+Mod+P'], menu: 'go' },
  'insights.filter': { title: insights.filter, keys: ['/'], menu: 'go' },
  'report.filter': { title: reports.filter, keys: ['/'], menu: 'go' },

  'insight.copy': { title: insights.copyMarkdown, keys: ['Shift+C'], menu: 'insight' },
  'insight.export': { title: insights.exportMarkdown, keys: ['Shift+Mod+E'], menu: 'insight' },
  'insight.remove': { title: insights.moveToTrash, keys: ['Shift+Delete'], menu: 'insight' },
  'insight.reading': { title: insights.readingView, keys: ['Mod+E'], menu: 'insight' },

  'reader.highlight': { title: reader.highlightSelection, keys: ['H'], menu: 'source' },
  'reader.colour-yellow': { title: reader.highlightIn(reader.colours.yellow), keys: ['1'], menu: 'source' },
  'reader.colour-green': { title: reader.highlightIn(reader.colours.green), keys: ['2'], menu: 'source' },
  'reader.colour-blue': { title: reader.highlightIn(reader.colours.blue), keys: ['3'], menu: 'source' },
  'reader.colour-pink': { title: reader.highlightIn(reader.colours.pink), keys: ['4'], menu: 'source' },
  'reader.colour-orange': { title: reader.highlightIn(reader.colours.orange), keys: ['5'], menu: 'source' },
  'reader.next': { title: reader.nextPassage, keys: ['J'], menu: 'source' },
  'reader.previous': { title: reader.previousPassage, keys: ['K'], menu: 'source' },
  'reader.link': { title: reader.linkEvidence, keys: ['E'], menu: 'source' },
  'reader.details': { title: reader.openDetails, keys: ['O'], menu: 'source' },
  'reader.remove': { title: reader.removeHighlight, keys: ['Delete'], menu: 'source' },
  'reader.copy': { title: reader.copyQuote, keys: ['C'], menu: 'source' },
  'reader.remove-source': { title: reader.removeSource, keys: ['Alt+Delete'], menu: 'source' },
  'reader.edit': { title: reader.editSource, keys: ['I'], menu: 'source' },
  'reader.list': { title: reader.showHighlights, keys: ['L'], menu: 'source' },
  'reader.caret': { title: reader.keyboardSelection, keys: ['V'], menu: 'source' },

  'report.add-heading': { title: reports.addHeading, keys: ['Shift+H'], menu: 'report' },
  'report.add-prose': { title: reports.addProse, keys: ['Shift+P'], menu: 'report' },
  'report.add-insights': { title: reports.addInsights, keys: ['Shift+I'], menu: 'report' },
  'report.export-markdown': { title: reports.exportMarkdown, keys: ['Shift+Mod+E'], menu: 'report' },
  'report.copy-markdown': { title: reports.copyMarkdown, keys: ['Shift+C'], menu: 'report' },
  'report.remove': { title: reports.toTrash, keys: ['Shift+Delete'], menu: 'report' },

  'trash.restore': { title: trash.restore, keys: ['R'], menu: 'edit' },
  'trash.delete': { title: trash.deleteForGood, keys: ['Delete'], menu: 'edit' },
  'trash.empty': { title: trash.empty, keys: ['Shift+Delete'], menu: 'edit' },
  'trash.select-all': { title: trash.selectAll, keys: ['Mod+A'], menu: 'edit' },

  'keys.show': { title: keys.keys, keys: ['?'], menu: 'help' },
  'logs.show': { title: desktop.showLogs, keys: ['Shift+Mod+L'], menu: 'help', isOnDesktop: true },
} as const satisfies Record<string, ActionDefinition>

export type ActionId = keyof typeof definitions

export const catalogue: Readonly<Record<ActionId, ActionDefinition>> = definitions

/** The actions that this window can have. */
export const actionIds = (Object.keys(definitions) as ActionId[]).filter((id) => !catalogue[id].isOnDesktop || 'footing' in globalThis)

export function isActionId(id: string): id is ActionId {
  return Object.hasOwn(definitions, id)
}
