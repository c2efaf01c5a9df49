// For people who work on Footing: tells when the window was built anew.

import { watch } from 'node:fs'

/** A build writes many files: the last of them is waited for. */
const settledMs = 300

export function reloadOnChange(folder: string, onChange: () => void): void {
  let timer: NodeJS.Timeout | undefined
  watch(folder, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(onChange, settledMs)
  })
}
