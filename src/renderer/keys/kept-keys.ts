// Keys that no action can have: those of lists, buttons and text fields; and those that a browser never hands out.

const ofWidgets = /^(Shift\+)?(Enter|Tab|Space|Backspace|ArrowUp|ArrowDown|ArrowLeft|ArrowRight|Home|End|PageUp|PageDown|Escape|ContextMenu)$/
const ofTextFields = /^Mod\+[CVX]$/

export function belongsToWidgets(key: string): boolean {
  return ofWidgets.test(key) || ofTextFields.test(key)
}

const ofBrowsers = /^(Shift\+)?Mod\+([NTW]|Tab|PageUp|PageDown)$|^Alt\+F4$|^(F5|F11|F12)$|^Mod\+[RLQ]$/

/** True where this window is a page of a browser that acts on the key itself. */
export function isKeptByBrowser(key: string): boolean {
  return !('footing' in window) && ofBrowsers.test(key)
}

/** Keys that are no key by themselves. */
export function isModifier(name: string): boolean {
  return /^(Control|Shift|Alt|AltGraph|Meta|OS|CapsLock|NumLock|ScrollLock|Fn|FnLock|Dead|Process|Unidentified|Compose)$/.test(name)
}
