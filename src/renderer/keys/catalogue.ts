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
}

const { app, insights, lists, reader, reports, search, sources, trash } = strings

const definitions = {
  'insight.new': { title: app.newInsight, keys: ['N', 'Alt+Mod+N'], menu: 'file' },
  'source.new': { title: sources.add, keys: ['Shift+N'], menu: 'file' },
  'report.new': { title: reports.newReport, keys: ['Shift+R'], menu: 'file' },

  'history.undo': { title: app.undo, keys: ['Mod+Z'], menu: 'edit' },
  'history.redo': { title: app.redo, keys: ['Shift+Mod+Z', 'Mod+Y'], menu: 'edit' },
  'search.focus': { title: search.focus, keys: ['S', 'Shift+Mod+F'], menu: 'edit' },

  'selection.all': { title: lists.selectAll, keys: ['Mod+A'], menu: 'edit' },
  'selection.clear': { title: lists.clear, keys: ['Escape'], menu: 'edit' },
  'selection.menu': { title: lists.menu, keys: ['.', 'Shift+F10'], menu: 'edit' },
  'selection.topics': { title: lists.topics, keys: ['T'], menu: 'insight' },
  'selection.report': { title: lists.addToReport, keys: ['Shift+A'], menu: 'insight' },
  'selection.export': { title: lists.exportMarkdown, keys: ['Shift+E'], menu: 'insight' },
  'selection.copy-markdown': { title: lists.copyMarkdown, keys: ['Shift+M'], menu: 'insight' },
  'selection.copy-links': { title: lists.copyLinks, keys: ['Shift+L'], menu: 'insight' },
  'selection.copy-citations': { title: lists.copyCitations, keys: ['Shift+K'], menu: 'source' },
  'task.stop': { title: app.stopTask, keys: ['Shift+Escape'], menu: 'edit' },

  'view.insights': { title: app.insights, keys: ['1'], menu: 'view' },
  'view.sources': { title: app.sources, keys: ['2'], menu: 'view' },
  'view.reports': { title: app.reports, keys: ['3'], menu: 'view' },
  'view.trash': { title: app.trash, keys: ['4'], menu: 'view' },

  'toast.focus': { title: app.goToToast, keys: ['F8'], menu: 'go' },
  'insights.filter': { title: insights.filter, keys: ['/'], menu: 'go' },
  'report.filter': { title: reports.filter, keys: ['/'], menu: 'go' },

  'insight.reading': { title: insights.readingView, keys: ['Mod+E'], menu: 'insight' },

  'reader.highlight': { title: reader.highlightSelection, keys: ['H'], menu: 'source' },
  'reader.colour-yellow': { title: reader.highlightIn(reader.colours.yellow), keys: ['1'], menu: 'source' },
  'reader.colour-green': { title: reader.highlightIn(reader.colours.green), keys: ['2'], menu: 'source' },
  'reader.colour-blue': { title: reader.highlightIn(reader.colours.blue), keys: ['3'], menu: 'source' },
  'reader.colour-pink': { title: reader.highlightIn(reader.colours.pink), keys: ['4'], menu: 'source' },
  'reader.colour-orange': { title: reader.highlightIn(reader.colours.orange), keys: ['5'], menu: 'source' },
  'reader.find': { title: reader.find, keys: ['Mod+F'], menu: 'source' },
  'reader.find-next': { title: reader.findNext, keys: ['F3', 'Mod+G'], menu: 'source' },
  'reader.find-previous': { title: reader.findPrevious, keys: ['Shift+F3', 'Shift+Mod+G'], menu: 'source' },
  'reader.next': { title: reader.nextPassage, keys: ['J'], menu: 'source' },
  'reader.previous': { title: reader.previousPassage, keys: ['K'], menu: 'source' },
  'reader.link': { title: reader.linkEvidence, keys: ['E'], menu: 'source' },
  'reader.details': { title: reader.openDetails, keys: ['O'], menu: 'source' },
  'reader.remove': { title: reader.removeHighlight, keys: ['Delete'], menu: 'source' },
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

  'keys.show': { title: app.keys, keys: ['?'], menu: 'help' },
} as const satisfies Record<string, ActionDefinition>

export type ActionId = keyof typeof definitions

export const catalogue: Readonly<Record<ActionId, ActionDefinition>> = definitions

export const actionIds = Object.keys(definitions) as ActionId[]
