// What menu items with a role are called, and what they do to the window in front.

import { windows } from '../windows.ts'

type Contents = Electron.WebContents | undefined
type Role = { label: string; run?: (contents: Contents) => void; hasSubmenu?: boolean }

const onContents = (label: string, run: (contents: Electron.WebContents) => void): Role => ({ label, run: (contents) => contents && run(contents) })
const onWindow = (label: string, run: (window: NonNullable<ReturnType<typeof windows.focused>>) => void): Role => ({
  label,
  run: () => {
    const window = windows.focused()
    if (window) run(window)
  },
})
/** Belongs to the system's own menus: nothing of it can be seen here. */
const system = (label: string): Role => ({ label, run: () => {} })
const submenu = (label: string): Role => ({ label, hasSubmenu: true })
const zoom = (label: string, change: (level: number) => number) =>
  onContents(label, (contents) => contents.setZoomLevel(change(contents.getZoomLevel())))

/** By the role in lower case, as Electron compares them. `quit` is the app's, which gives it. */
export const menuRoles = new Map<string, Role>([
  ['about', system('About')],
  ['services', system('Services')],
  ['hide', system('Hide')],
  ['hideothers', system('Hide Others')],
  ['unhide', system('Show All')],
  ['front', system('Bring All to Front')],
  ['undo', onContents('Undo', (contents) => contents.undo())],
  ['redo', onContents('Redo', (contents) => contents.redo())],
  ['cut', onContents('Cut', (contents) => contents.cut())],
  ['copy', onContents('Copy', (contents) => contents.copy())],
  ['paste', onContents('Paste', (contents) => contents.paste())],
  ['pasteandmatchstyle', onContents('Paste and Match Style', (contents) => contents.pasteAndMatchStyle())],
  ['delete', onContents('Delete', (contents) => contents.delete())],
  ['selectall', onContents('Select All', (contents) => contents.selectAll())],
  ['reload', onContents('Reload', (contents) => contents.reload())],
  ['forcereload', onContents('Force Reload', (contents) => contents.reload())],
  ['toggledevtools', system('Toggle Developer Tools')],
  ['resetzoom', zoom('Actual Size', () => 0)],
  ['zoomin', zoom('Zoom In', (level) => level + 0.5)],
  ['zoomout', zoom('Zoom Out', (level) => level - 0.5)],
  ['togglefullscreen', onWindow('Toggle Full Screen', (window) => window.setFullScreen(!window.isFullScreen()))],
  ['minimize', onWindow('Minimize', (window) => window.minimize())],
  ['zoom', onWindow('Zoom', (window) => window.maximize())],
  ['close', onWindow('Close Window', (window) => window.close())],
  ['window', submenu('Window')],
  ['help', submenu('Help')],
  ['appmenu', submenu('App')],
  ['filemenu', submenu('File')],
  ['editmenu', submenu('Edit')],
  ['viewmenu', submenu('View')],
  ['windowmenu', submenu('Window')],
  ['recentdocuments', submenu('Open Recent')],
  ['clearrecentdocuments', system('Clear Menu')],
])
