// The least that a desktop program can be: one window with one word in it, made as Footing makes its own.
const { app, BrowserWindow, protocol } = require('electron')

app.enableSandbox()
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
app.whenReady().then(() => {
  protocol.handle('app', () => new Response('<!doctype html><h1>Empty</h1>', { headers: { 'Content-Type': 'text/html' } }))
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true, contextIsolation: true } })
  window.once('ready-to-show', () => window.show())
  window.loadURL('app://footing/')
})
app.on('window-all-closed', () => app.quit())
