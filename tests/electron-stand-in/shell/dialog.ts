// `dialog`: nobody sits before a test, so every question is answered as by someone who closes it. Tests put their own answers in its place.
//
// As in Electron under Playwright: `desktop.evaluate(({ dialog }) => { dialog.showSaveDialog = async () => ({ canceled: false, filePath: … }) })`.

import { mustBeReady } from '../lifecycle.ts'
import { refuseUnknown } from '../strict.ts'

/** A window may come first. */
function optionsOf<Options>(given: readonly unknown[]): Options {
  return given.at(-1) as Options
}

function note(call: string, given: readonly unknown[]): void {
  mustBeReady(`dialog.${call}`)
  const { message = '', title = '' } = optionsOf<{ message?: string; title?: string }>(given)
  console.error(`dialog.${call}: ${message || title} (nobody answers)`)
}

/** The button that stands for closing the question: the one named as such, `No` or `Cancel`, or the first. */
function cancelledButton(given: readonly unknown[]): number {
  const { cancelId, buttons = [] } = optionsOf<Electron.MessageBoxOptions>(given)
  return (
    cancelId ??
    Math.max(
      buttons.findIndex((label) => /^(?:cancel|no)$/i.test(label)),
      0,
    )
  )
}

export const dialog = refuseUnknown('dialog', {
  showOpenDialog: async (...given: unknown[]) => {
    note('showOpenDialog', given)
    return { canceled: true, filePaths: [] }
  },
  showOpenDialogSync: (...given: unknown[]) => {
    note('showOpenDialogSync', given)
    return undefined
  },
  showSaveDialog: async (...given: unknown[]) => {
    note('showSaveDialog', given)
    return { canceled: true, filePath: '' }
  },
  showSaveDialogSync: (...given: unknown[]) => {
    note('showSaveDialogSync', given)
    return ''
  },
  showMessageBox: async (...given: unknown[]) => {
    note('showMessageBox', given)
    return { response: cancelledButton(given), checkboxChecked: false }
  },
  showMessageBoxSync: (...given: unknown[]) => {
    note('showMessageBoxSync', given)
    return cancelledButton(given)
  },
  // The one that may come before ready.
  showErrorBox: (title, content) => console.error(`dialog.showErrorBox: ${title}: ${content}`),
} satisfies Pick<
  Electron.Dialog,
  'showOpenDialog' | 'showOpenDialogSync' | 'showSaveDialog' | 'showSaveDialogSync' | 'showMessageBox' | 'showMessageBoxSync' | 'showErrorBox'
>)
