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
}

const { app, editor, insights, reader, reports, search, sources, trash } = strings

const definitions = {
  'insight.new': { title: app.newInsight, keys: ['N', 'Alt+Mod+N'], menu: 'file' },
  'source.new': { title: sources.add, keys: ['Shift+N'], menu: 'file' },
  'report.new': { title: reports.newReport, keys: ['Shift+R'], menu: 'file' },

  'history.undo': { title: app.undo, keys: ['Mod+Z'], menu: 'edit' },
  'history.redo': { title: app.redo, keys: ['Shift+Mod+Z', 'Mod+Y'], menu: 'edit' },
  'search.focus': { title: search.focus, keys: ['S', 'Shift+Mod+F'], menu: 'edit' },
  'edit.find': { title: editor.find, keys: ['Mod+F'], menu: 'edit' },
  'edit.replace': { title: editor.replace, keys: ['Mod+H', 'Alt+Mod+F'], menu: 'edit' },

  'format.bold': { title: editor.bold, keys: ['Mod+B'], menu: 'format' },
  'format.italic': { title: editor.italic, keys: ['Mod+I'], menu: 'format' },
  'format.strike': { title: editor.strike, keys: ['Alt+Mod+S'], menu: 'format' },
  'format.mark': { title: editor.mark, keys: ['Shift+Mod+H'], menu: 'format' },
  'format.code': { title: editor.code, keys: ['Mod+`'], menu: 'format' },
  'format.link': { title: editor.link, keys: ['Shift+Mod+K'], menu: 'format' },
  'format.heading-1': { title: editor.heading(1), keys: ['Alt+Mod+1'], menu: 'format' },
  'format.heading-2': { title: editor.heading(2), keys: ['Alt+Mod+2'], menu: 'format' },
  'format.heading-3': { title: editor.heading(3), keys: ['Alt+Mod+3'], menu: 'format' },
  'format.quote': { title: editor.quote, keys: ['Alt+Mod+Q'], menu: 'format' },
  'format.list': { title: editor.list, keys: ['Shift+Mod+L'], menu: 'format' },
  'format.numbered-list': { title: editor.numberedList, keys: ['Shift+Mod+O'], menu: 'format' },
  'format.task': { title: editor.task, keys: ['Shift+Mod+X'], menu: 'format' },
  'insert.table': { title: editor.insertTable, keys: ['Alt+Mod+T'], menu: 'format' },
  'insert.image': { title: editor.insertImage, keys: ['Alt+Mod+I'], menu: 'format' },
  'insert.citation': { title: editor.insertCitation, keys: ['Alt+Mod+C'], menu: 'format' },
  'insert.wikilink': { title: editor.insertWikilink, keys: ['Alt+Mod+L'], menu: 'format' },
  'table.add-row': { title: editor.addRow, keys: ['Alt+Mod+Enter'], menu: 'format' },
  'table.remove-row': { title: editor.removeRow, keys: ['Alt+Mod+Backspace'], menu: 'format' },
  'table.row-up': { title: editor.rowUp, keys: ['Alt+Mod+ArrowUp'], menu: 'format' },
  'table.row-down': { title: editor.rowDown, keys: ['Alt+Mod+ArrowDown'], menu: 'format' },
  'table.add-column': { title: editor.addColumn, keys: ['Alt+Shift+Mod+Enter'], menu: 'format' },
  'table.remove-column': { title: editor.removeColumn, keys: ['Alt+Shift+Mod+Backspace'], menu: 'format' },
  'table.column-left': { title: editor.columnLeft, keys: ['Alt+Mod+ArrowLeft'], menu: 'format' },
  'table.column-right': { title: editor.columnRight, keys: ['Alt+Mod+ArrowRight'], menu: 'format' },
  'table.align': { title: editor.alignColumn, keys: ['Alt+Mod+A'], menu: 'format' },

  'view.insights': { title: app.insights, keys: ['1'], menu: 'view' },
  'view.sources': { title: app.sources, keys: ['2'], menu: 'view' },
  'view.reports': { title: app.reports, keys: ['3'], menu: 'view' },
  'view.trash': { title: app.trash, keys: ['4'], menu: 'view' },

  'insights.filter': { title: insights.filter, keys: ['/'], menu: 'go' },
  'report.filter': { title: reports.filter, keys: ['/'], menu: 'go' },

  'insight.reading': { title: insights.readingView, keys: ['Mod+E'], menu: 'insight' },
  'insight.copy-markdown': { title: insights.copyMarkdown, keys: ['Alt+Mod+M'], menu: 'insight' },
  'insight.copy-rich': { title: insights.copyRich, keys: ['Alt+Mod+R'], menu: 'insight' },
  'insight.copy-citations': { title: insights.copyCitations, keys: ['Alt+Mod+K'], menu: 'insight' },

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
