// Every action of the window in one list: its name, its first keys and where it stands in the menus. The palette, the native menu, tooltips and
// the list of keys are made from it; what an action does is said by the component that can do it (`useAction`).

import { strings } from '../strings/strings.ts'

/** The menus of the program, in their order on the menu bar. */
export const menuNames = ['file', 'edit', 'format', 'view', 'go', 'insight', 'source', 'report', 'help'] as const
export type MenuName = (typeof menuNames)[number]

export type ActionDefinition = {
  title: string
  /** Like `Mod+K`, `Shift+Mod+Z`, `H`, `?`, `Escape`: Mod is Ctrl, or Cmd on a Mac. Plain keys work only when no text field has the focus. */
  keys: readonly string[]
  menu: MenuName
  /** It changes something in the notebook: while the past is shown it does not exist. */
  changes?: true
  /** Only where a desktop is around the window: in a browser it does not exist. */
  isOnDesktop?: true
}

const {
  app,
  audit,
  backups,
  capture,
  checks,
  clippers,
  damage,
  desktop,
  editor,
  exports: exportWords,
  figures,
  history,
  import: importWords,
  insights,
  keys,
  lists,
  palette,
  reader,
  reports,
  revisions,
  search,
  settings,
  sources,
  timeline,
  tour,
  trash,
  workspace,
} = strings

/** A browser keeps the keys that close and reopen its own tabs. */
const isDesktop = 'footing' in globalThis
/** There ⌥ with an arrow goes through the words of a text. */
const isMac = /Mac/.test(navigator.platform)

const definitions = {
  'insight.new': { title: app.newInsight, keys: ['N', 'Alt+Mod+N'], menu: 'file', changes: true },
  'capture.open': { title: capture.capture, keys: ['Q', 'Shift+Mod+Space'], menu: 'file', changes: true },
  'source.new': { title: sources.add, keys: ['Shift+N'], menu: 'file', changes: true },
  'report.new': { title: reports.newReport, keys: ['Shift+R'], menu: 'file', changes: true },
  'import.show': { title: importWords.show, keys: ['Alt+Shift+I'], menu: 'file', changes: true },
  'import.report': { title: importWords.showReport, keys: [], menu: 'file' },
  'sources.export': { title: exportWords.show, keys: ['Alt+Mod+E'], menu: 'file' },
  'notebook.new': { title: desktop.newNotebook, keys: ['Shift+Mod+N'], menu: 'file', isOnDesktop: true },
  'notebook.open': { title: desktop.openNotebook, keys: ['Mod+O'], menu: 'file', isOnDesktop: true },
  'notebook.show-folder': { title: desktop.showFolder, keys: ['Alt+Mod+O'], menu: 'file', isOnDesktop: true },
  'window.new': { title: desktop.newWindow, keys: ['Shift+Mod+O'], menu: 'file', isOnDesktop: true },
  'window.close': { title: desktop.closeWindow, keys: ['Shift+Mod+W'], menu: 'file', isOnDesktop: true },
  'app.quit': { title: desktop.quit, keys: ['Mod+Q'], menu: 'file', isOnDesktop: true },
  'saving.now': { title: app.saveNow, keys: ['Mod+S'], menu: 'file' },
  'settings.show': { title: settings.settings, keys: ['Mod+,'], menu: 'file' },
  'clippers.show': { title: clippers.show, keys: [], menu: 'file' },
  'history.size': { title: history.size, keys: ['Alt+Shift+H'], menu: 'file' },
  'starter.reset': { title: app.resetStarter, keys: [], menu: 'file', changes: true },
  'backup.make': { title: backups.make, keys: ['Alt+Mod+B'], menu: 'file' },
  'backups.show': { title: backups.show, keys: ['Shift+B'], menu: 'file' },
  'damage.show': { title: damage.show, keys: [], menu: 'file' },

  'history.undo': { title: app.undo, keys: ['Mod+Z'], menu: 'edit', changes: true },
  'history.redo': { title: app.redo, keys: ['Shift+Mod+Z', 'Mod+Y'], menu: 'edit', changes: true },
  'search.focus': { title: search.focus, keys: ['S', 'Shift+Mod+F'], menu: 'edit' },
  'record.versions': { title: history.versions, keys: ['Alt+H'], menu: 'edit' },
  'past.restore': { title: history.restoreFromHere, keys: ['Alt+R'], menu: 'edit' },
  'edit.find': { title: editor.find, keys: ['Mod+F'], menu: 'edit' },
  'edit.replace': { title: editor.replace, keys: ['Mod+H', 'Alt+Mod+F'], menu: 'edit', changes: true },

  'format.bold': { title: editor.bold, keys: ['Mod+B'], menu: 'format', changes: true },
  'format.italic': { title: editor.italic, keys: ['Mod+I'], menu: 'format', changes: true },
  'format.strike': { title: editor.strike, keys: ['Alt+Mod+S'], menu: 'format', changes: true },
  'format.mark': { title: editor.mark, keys: ['Shift+Mod+H'], menu: 'format', changes: true },
  'format.code': { title: editor.code, keys: ['Mod+`'], menu: 'format', changes: true },
  'format.link': { title: editor.link, keys: ['Shift+Mod+K'], menu: 'format', changes: true },
  'format.heading-1': { title: editor.heading(1), keys: ['Alt+Mod+1'], menu: 'format', changes: true },
  'format.heading-2': { title: editor.heading(2), keys: ['Alt+Mod+2'], menu: 'format', changes: true },
  'format.heading-3': { title: editor.heading(3), keys: ['Alt+Mod+3'], menu: 'format', changes: true },
  'format.quote': { title: editor.quote, keys: ['Alt+Mod+Q'], menu: 'format', changes: true },
  'format.list': { title: editor.list, keys: ['Shift+Mod+L'], menu: 'format', changes: true },
  'format.numbered-list': { title: editor.numberedList, keys: ['Shift+Mod+O'], menu: 'format', changes: true },
  'format.task': { title: editor.task, keys: ['Shift+Mod+X'], menu: 'format', changes: true },
  'insert.table': { title: editor.insertTable, keys: ['Alt+Mod+T'], menu: 'format', changes: true },
  'insert.image': { title: editor.insertImage, keys: ['Alt+Mod+I'], menu: 'format', changes: true },
  'insert.citation': { title: editor.insertCitation, keys: ['Alt+Mod+C'], menu: 'format', changes: true },
  'insert.wikilink': { title: editor.insertWikilink, keys: ['Alt+Mod+L'], menu: 'format', changes: true },
  'table.add-row': { title: editor.addRow, keys: ['Alt+Mod+Enter'], menu: 'format', changes: true },
  'table.remove-row': { title: editor.removeRow, keys: ['Alt+Mod+Backspace'], menu: 'format', changes: true },
  'table.row-up': { title: editor.rowUp, keys: ['Alt+Mod+ArrowUp'], menu: 'format', changes: true },
  'table.row-down': { title: editor.rowDown, keys: ['Alt+Mod+ArrowDown'], menu: 'format', changes: true },
  'table.add-column': { title: editor.addColumn, keys: ['Alt+Shift+Mod+Enter'], menu: 'format', changes: true },
  'table.remove-column': { title: editor.removeColumn, keys: ['Alt+Shift+Mod+Backspace'], menu: 'format', changes: true },
  'table.column-left': { title: editor.columnLeft, keys: ['Alt+Mod+ArrowLeft'], menu: 'format', changes: true },
  'table.column-right': { title: editor.columnRight, keys: ['Alt+Mod+ArrowRight'], menu: 'format', changes: true },
  'table.align': { title: editor.alignColumn, keys: ['Alt+Mod+A'], menu: 'format', changes: true },

  'selection.all': { title: lists.selectAll, keys: ['Mod+A'], menu: 'edit' },
  'selection.clear': { title: lists.clear, keys: ['Escape'], menu: 'edit' },
  'selection.menu': { title: lists.menu, keys: ['.', 'Shift+F10'], menu: 'edit' },
  'selection.topics': { title: lists.topics, keys: ['T'], menu: 'insight', changes: true },
  'selection.report': { title: lists.addToReport, keys: ['Shift+A'], menu: 'insight', changes: true },
  'selection.export': { title: lists.exportMarkdown, keys: ['Shift+E'], menu: 'insight' },
  'selection.copy-markdown': { title: lists.copyMarkdown, keys: ['Shift+M'], menu: 'insight' },
  'selection.copy-links': { title: lists.copyLinks, keys: ['Shift+L'], menu: 'insight' },
  'selection.copy-citations': { title: lists.copyCitations, keys: ['Shift+K'], menu: 'source' },
  'task.stop': { title: app.stopTask, keys: ['Shift+Escape'], menu: 'edit' },

  'view.insights': { title: app.insights, keys: ['1'], menu: 'view' },
  'view.sources': { title: app.sources, keys: ['2'], menu: 'view' },
  'view.reports': { title: app.reports, keys: ['3'], menu: 'view' },
  'view.trash': { title: app.trash, keys: ['4'], menu: 'view' },
  'view.audit': { title: audit.show, keys: ['5'], menu: 'view' },
  'view.figures': { title: figures.show, keys: ['6'], menu: 'view' },
  'view.timeline': { title: timeline.show, keys: ['7'], menu: 'view' },
  'view.theme': { title: settings.switchColours, keys: ['Alt+T'], menu: 'view' },
  'view.text-larger': { title: settings.larger, keys: ['Mod+>'], menu: 'view' },
  'view.text-smaller': { title: settings.smaller, keys: ['Mod+<'], menu: 'view' },
  'view.text-normal': { title: settings.normalSize, keys: ['Alt+Mod+0'], menu: 'view' },
  'view.text-wider': { title: settings.wider, keys: [']'], menu: 'view' },
  'view.text-narrower': { title: settings.narrower, keys: ['['], menu: 'view' },

  'view.toggle-rail': { title: workspace.toggleRail, keys: ['Alt+B'], menu: 'view' },
  'view.toggle-list': { title: workspace.toggleList, keys: ['Alt+L'], menu: 'view' },
  'view.toggle-surroundings': { title: workspace.toggleSurroundings, keys: ['Alt+Z'], menu: 'view' },
  'pane.next': { title: workspace.nextRegion, keys: ['F6'], menu: 'view' },
  'pane.previous': { title: workspace.previousRegion, keys: ['Shift+F6'], menu: 'view' },

  'history.back': { title: workspace.back, keys: isMac ? ['Mod+['] : ['Alt+ArrowLeft'], menu: 'go' },
  'history.forward': { title: workspace.forward, keys: isMac ? ['Mod+]'] : ['Alt+ArrowRight'], menu: 'go' },
  'tab.next': { title: workspace.nextTab, keys: ['Alt+PageDown'], menu: 'go' },
  'tab.previous': { title: workspace.previousTab, keys: ['Alt+PageUp'], menu: 'go' },
  'tab.go-to': { title: workspace.goToTab, keys: Array.from({ length: 9 }, (_, index) => `Alt+${index + 1}`), menu: 'go' },
  'tab.new-beside': { title: workspace.openBeside, keys: ['Mod+\\'], menu: 'go' },
  'tab.move-beside': { title: workspace.moveBeside, keys: ['Alt+M'], menu: 'go' },
  'tab.move-left': { title: workspace.moveLeft, keys: ['Alt+Shift+PageUp'], menu: 'go' },
  'tab.move-right': { title: workspace.moveRight, keys: ['Alt+Shift+PageDown'], menu: 'go' },
  'tab.duplicate': { title: workspace.duplicate, keys: ['Alt+Shift+D'], menu: 'go' },
  'tab.pin': { title: workspace.pin, keys: ['Alt+P'], menu: 'go' },
  'tab.close': { title: workspace.close, keys: isDesktop ? ['Mod+W', 'Alt+W'] : ['Alt+W'], menu: 'go' },
  'tab.close-others': { title: workspace.closeOthers, keys: ['Alt+Shift+O'], menu: 'go' },
  'tab.reopen': { title: workspace.reopen, keys: isDesktop ? ['Shift+Mod+T', 'Alt+Shift+W'] : ['Alt+Shift+W'], menu: 'go' },

  'past.look': { title: history.lookBack, keys: ['Alt+Y'], menu: 'go' },
  'past.leave': { title: history.leave, keys: ['Alt+Shift+Y'], menu: 'go' },
  'past.earlier': { title: history.steps.back, keys: ['Alt+['], menu: 'go' },
  'past.later': { title: history.steps.forth, keys: ['Alt+]'], menu: 'go' },
  'palette.show': { title: palette.show, keys: ['Mod+K', 'Shift+Mod+P'], menu: 'go' },
  'toast.focus': { title: app.goToToast, keys: ['F8'], menu: 'go' },
  'insights.filter': { title: insights.filter, keys: ['/'], menu: 'go' },
  'report.filter': { title: reports.filter, keys: ['/'], menu: 'go' },

  'figures.next': { title: checks.next, keys: ['F9'], menu: 'go' },
  'figures.previous': { title: checks.previous, keys: ['Shift+F9'], menu: 'go' },
  'figures.open': { title: checks.open, keys: ['Mod+F9'], menu: 'go' },

  'insight.export': { title: insights.exportMarkdown, keys: ['Shift+Mod+E'], menu: 'insight' },
  'insight.remove': { title: insights.moveToTrash, keys: ['Shift+Delete'], menu: 'insight', changes: true },
  'insight.reading': { title: insights.readingView, keys: ['Mod+E'], menu: 'insight', changes: true },
  'insight.review-date': { title: insights.setReview, keys: ['Alt+V'], menu: 'insight', changes: true },
  'insight.copy-markdown': { title: insights.copyThisMarkdown, keys: ['Shift+C', 'Alt+Mod+M'], menu: 'insight' },
  'insight.copy-rich': { title: insights.copyRich, keys: ['Alt+Mod+R'], menu: 'insight' },
  'insight.copy-citations': { title: insights.copyCitations, keys: ['Alt+Mod+K'], menu: 'insight' },

  'reader.highlight': { title: reader.highlightSelection, keys: ['H'], menu: 'source', changes: true },
  'reader.colour-yellow': { title: reader.highlightIn(reader.colours.yellow), keys: ['1'], menu: 'source', changes: true },
  'reader.colour-green': { title: reader.highlightIn(reader.colours.green), keys: ['2'], menu: 'source', changes: true },
  'reader.colour-blue': { title: reader.highlightIn(reader.colours.blue), keys: ['3'], menu: 'source', changes: true },
  'reader.colour-pink': { title: reader.highlightIn(reader.colours.pink), keys: ['4'], menu: 'source', changes: true },
  'reader.colour-orange': { title: reader.highlightIn(reader.colours.orange), keys: ['5'], menu: 'source', changes: true },
  'reader.find': { title: reader.find, keys: ['Mod+F'], menu: 'source' },
  'reader.find-next': { title: reader.findNext, keys: ['F3', 'Mod+G'], menu: 'source' },
  'reader.find-previous': { title: reader.findPrevious, keys: ['Shift+F3', 'Shift+Mod+G'], menu: 'source' },
  'reader.next': { title: reader.nextPassage, keys: ['J'], menu: 'source' },
  'reader.previous': { title: reader.previousPassage, keys: ['K'], menu: 'source' },
  'reader.link': { title: reader.linkEvidence, keys: ['E'], menu: 'source', changes: true },
  'reader.details': { title: reader.openDetails, keys: ['O'], menu: 'source' },
  'reader.remove': { title: reader.removeHighlight, keys: ['Delete'], menu: 'source', changes: true },
  'reader.copy': { title: reader.copyQuote, keys: ['C'], menu: 'source' },
  'reader.remove-source': { title: reader.removeSource, keys: ['Alt+Delete'], menu: 'source', changes: true },
  'reader.edit': { title: reader.editSource, keys: ['I'], menu: 'source', changes: true },
  'reader.list': { title: reader.showHighlights, keys: ['L'], menu: 'source' },
  'reader.notes': { title: reader.sideNotes, keys: ['M'], menu: 'source' },
  'reader.contents': { title: reader.contents, keys: ['T'], menu: 'source' },
  'reader.caret': { title: reader.keyboardSelection, keys: ['V'], menu: 'source' },

  'reader.keep-figure': { title: figures.keep, keys: ['F'], menu: 'source', changes: true },
  'reader.next-figure': { title: figures.next, keys: ['Shift+F'], menu: 'source' },
  'reader.previous-figure': { title: figures.previous, keys: ['Alt+Shift+F'], menu: 'source' },

  'source.texts': { title: revisions.show, keys: ['Alt+U'], menu: 'source' },
  'source.renew': { title: revisions.renew, keys: ['Alt+Shift+U'], menu: 'source', changes: true },
  'source.falls': { title: revisions.falls, keys: ['Alt+F'], menu: 'source' },

  'audit.next': { title: audit.next, keys: ['J'], menu: 'go' },
  'audit.previous': { title: audit.previous, keys: ['K'], menu: 'go' },
  'audit.open': { title: audit.open, keys: ['Enter', 'O'], menu: 'go' },
  'audit.passage': { title: audit.openPassage, keys: ['Shift+O'], menu: 'go' },
  'audit.accept': { title: audit.accept, keys: ['A'], menu: 'source', changes: true },
  'audit.pin': { title: audit.pin, keys: ['P'], menu: 'source', changes: true },
  'audit.relink': { title: audit.relink, keys: ['R'], menu: 'source', changes: true },
  'audit.retire': { title: audit.retire, keys: ['X'], menu: 'source', changes: true },

  'figures.filter': { title: figures.filter, keys: ['/'], menu: 'go' },
  'figures.open-both': { title: figures.openBoth, keys: ['O'], menu: 'go' },
  'figures.new-metric': { title: figures.newMetricAction, keys: ['A'], menu: 'source', changes: true },
  'figures.edit': { title: figures.edit, keys: ['E'], menu: 'source', changes: true },
  'figures.assign': { title: figures.assign, keys: ['T'], menu: 'source', changes: true },
  'figures.merge': { title: figures.merge, keys: ['M'], menu: 'source', changes: true },
  'figures.rates': { title: figures.rates, keys: ['X'], menu: 'source' },
  'figures.copy-markdown': { title: figures.copyMarkdown, keys: ['Shift+M'], menu: 'source' },
  'figures.save-chart': { title: figures.saveChart, keys: ['Shift+S'], menu: 'source' },
  'figures.chart-to-report': { title: figures.chartToReport, keys: ['Shift+A'], menu: 'source', changes: true },
  'figures.copy-csv': { title: figures.copyCsv, keys: ['Shift+V'], menu: 'source' },

  'timeline.zoom-in': { title: timeline.zoomIn, keys: ['+', '='], menu: 'view' },
  'timeline.zoom-out': { title: timeline.zoomOut, keys: ['-'], menu: 'view' },
  'timeline.all': { title: timeline.all, keys: ['0'], menu: 'view' },
  'timeline.earlier': { title: timeline.earlier, keys: ['Shift+ArrowLeft'], menu: 'go' },
  'timeline.later': { title: timeline.later, keys: ['Shift+ArrowRight'], menu: 'go' },

  'report.add-heading': { title: reports.addHeading, keys: ['Shift+H'], menu: 'report', changes: true },
  'report.add-prose': { title: reports.addProse, keys: ['Shift+P'], menu: 'report', changes: true },
  'report.add-insights': { title: reports.addInsights, keys: ['Shift+I'], menu: 'report', changes: true },
  'report.add-charts': { title: reports.addCharts, keys: ['Shift+G'], menu: 'report', changes: true },
  'report.export-markdown': { title: reports.exportMarkdown, keys: ['Shift+Mod+E'], menu: 'report' },
  'report.copy-markdown': { title: reports.copyMarkdown, keys: ['Shift+C'], menu: 'report' },
  'report.remove': { title: reports.toTrash, keys: ['Shift+Delete'], menu: 'report', changes: true },

  'trash.restore': { title: trash.restore, keys: ['R'], menu: 'edit', changes: true },
  'trash.delete': { title: trash.deleteForGood, keys: ['Delete'], menu: 'edit', changes: true },
  'trash.empty': { title: trash.empty, keys: ['Shift+Delete'], menu: 'edit', changes: true },
  'trash.select-all': { title: trash.selectAll, keys: ['Mod+A'], menu: 'edit' },

  'tour.start': { title: tour.start, keys: ['F1'], menu: 'help', changes: true },
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
