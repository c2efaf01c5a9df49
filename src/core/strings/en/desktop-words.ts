// The sentences of the desktop around the window, in English: native menus, dialogs, and what the window says because it is one on a desktop.

export const desktopWords = {
  appName: 'Footing',
  cancel: 'Cancel',
  ok: 'OK',

  /** The menu bar. */
  menus: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    go: 'Go',
    insight: 'Insight',
    format: 'Format',
    source: 'Source',
    report: 'Report',
    window: 'Window',
    help: 'Help',
  },
  newNotebook: 'New notebook…',
  openNotebook: 'Open notebook…',
  openRecent: 'Open recent',
  forgetRecents: 'Clear this list',
  showFolder: 'Show the notebook’s folder',
  newWindow: 'New window',
  closeWindow: 'Close window',
  showLogs: 'Show the log',
  quit: 'Quit Footing',

  /** Dialogs. */
  openTitle: 'Open a notebook: the folder that holds its notebook.json',
  openButton: 'Open',
  createTitle: 'A folder for the new notebook',
  createButton: 'Make notebook',
  createName: 'My notebook',
  saveTitle: 'Save as',
  cannotOpen: (name: string) => `“${name}” could not be opened`,
  backupsOf: (count: number, at: string, folder: string) =>
    `There ${count === 1 ? 'is a backup' : `are ${count} backups, the newest`} of ${at}. In a terminal this brings it back:\nfooting restore "${folder}" newest`,
  lockedTitle: (name: string) => `“${name}” is open in another program`,
  lockedDetail: (folder: string) =>
    `A notebook has one writer at a time, so that nothing is lost. Close it where it is open (another Footing, or \`footing serve\` in a terminal), then try again.\n\n${folder}`,
  tryAgain: 'Try again',
  openAnother: 'Open another notebook…',
  noNotebookThere: (folder: string) => `There is no notebook in ${folder}. A notebook is a folder with a file notebook.json in it.`,
  linkIsNotEncrypted: 'This link is not encrypted',
  linkIsNotEncryptedDetail: (address: string) => `Others on the network can see what you read there, and alter it:\n\n${address}`,
  openLink: 'Open in the browser',

  /** When something went wrong. */
  pageCrashed: 'This window has crashed',
  pageCrashedDetail:
    'Everything that was saved is in the notebook, and what you typed last is kept on this computer: it comes back when the window is loaded again.',
  pageCrashedAgain: 'This window crashed again, right after it was loaded',
  pageCrashedAgainDetail: 'Nothing that was saved is lost. The log says what happened; starting Footing again may help.',
  pageHangs: 'This window does not answer',
  pageHangsDetail: 'You can wait, or load it again: everything that was saved is in the notebook, and what you typed is kept on this computer.',
  reload: 'Load again',
  wait: 'Wait',
  unexpected: 'Something in Footing went wrong',
  unexpectedDetail: (what: string) => `What was saved is safe in the notebook. If Footing behaves oddly from now on, start it again.\n\n${what}`,

  /** In the window. */
  savedAs: (path: string) => `Saved as ${path}`,
  showFile: 'Show',
  notSaved: (why: string) => `Not saved: ${why}`,
  recentNotebooks: 'Recent notebooks',
} as const
