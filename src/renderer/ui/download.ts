// Hands text to the browser as a file, and to the clipboard.

/** Saves `text` (as UTF-8, unchanged) under `fileName` in the browser's download folder, or where the browser asks. */
export function downloadText(fileName: string, text: string, mediaType = 'text/markdown;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download has taken its own hold of the blob by the time the event loop turns; a minute is for slow dialogs.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** False where the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
