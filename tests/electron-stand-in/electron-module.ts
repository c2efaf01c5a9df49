// The module `electron` as the program imports it: what the stand-in has of it, under Electron's names.

import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { ipcMain } from './ipc-main.ts'
import { protocol } from './protocol.ts'
import { session } from './session.ts'
import { nativeTheme, powerMonitor, screen, shell } from './shell/desktop.ts'
import { dialog } from './shell/dialog.ts'
import { Menu, MenuItem } from './shell/menu.ts'
import { refuseUnknown } from './strict.ts'
import { WebContents } from './web-contents.ts'

const webContents = refuseUnknown('webContents', {
  fromDevToolsTargetId: WebContents.fromDevToolsTargetId,
  fromId: WebContents.fromId,
  getAllWebContents: WebContents.getAllWebContents,
})

/** What `require('electron')` gives: asked for anything else, it throws. An `import` of another name does not link. */
const electron = refuseUnknown('electron', {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  webContents,
})

export {
  app,
  BrowserWindow,
  dialog,
  electron as default,
  electron as 'module.exports',
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  webContents,
}
