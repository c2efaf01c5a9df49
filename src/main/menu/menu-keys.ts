// A key of the window's catalogue in a native menu: as an accelerator where it can be one, else behind the name.

/** The catalogue has the names of the DOM's key events; Electron's accelerators have others. */
const acceleratorNames: ReadonlyMap<string, string> = new Map([
  ['ArrowUp', 'Up'],
  ['ArrowDown', 'Down'],
  ['ArrowLeft', 'Left'],
  ['ArrowRight', 'Right'],
  [' ', 'Space'],
  ['+', 'Plus'],
  ['Enter', 'Return'],
  ['Escape', 'Escape'],
  ['Backspace', 'Backspace'],
  ['Delete', 'Delete'],
  ['Insert', 'Insert'],
  ['Home', 'Home'],
  ['End', 'End'],
  ['PageUp', 'PageUp'],
  ['PageDown', 'PageDown'],
  ['Tab', 'Tab'],
])
const modifierNames: ReadonlyMap<string, string> = new Map([
  ['Mod', 'CmdOrCtrl'],
  ['Alt', 'Alt'],
  ['Shift', 'Shift'],
])
const functionKey = /^F(?:[1-9]|1\d|2[0-4])$/

/**
 * `Shift+Mod+E` as `Shift+CmdOrCtrl+E`. Undefined for plain keys: as accelerators they would be taken from everybody who types. Alt with a letter is
 * a menu's own key on Windows and Linux and a character on a Mac, so Alt alone goes with named keys only.
 */
export function toAccelerator(key: string): string | undefined {
  const { modifiers, name } = splitKey(key)
  const translated = functionKey.test(name) ? name : (acceleratorNames.get(name) ?? (/^[!-~]$/.test(name) ? name.toUpperCase() : undefined))
  if (translated === undefined) return undefined
  const isAllowed = modifiers.includes('Mod') || functionKey.test(name) || (modifiers.includes('Alt') && name.length > 1)
  return isAllowed ? [...modifiers.map((modifier) => modifierNames.get(modifier) ?? modifier), translated].join('+') : undefined
}

/** The name as a menu shows it, with the key behind it where it is no accelerator. A single `&` would underline the letter after it. */
export function menuLabel(title: string, key: string | undefined): string {
  const shown = key === undefined || toAccelerator(key) !== undefined ? title : `${title}  (${key.replaceAll('+', ' ').trim() || key})`
  return shown.replaceAll('&', '&&')
}

/** The last part is the key itself, which may be `+`. */
function splitKey(key: string): { modifiers: string[]; name: string } {
  const modifiers: string[] = []
  let rest = key
  for (let match = /^(Mod|Alt|Shift)\+(?=.)/.exec(rest); match; match = /^(Mod|Alt|Shift)\+(?=.)/.exec(rest)) {
    modifiers.push(match[1] ?? '')
    rest = rest.slice(match[0].length)
  }
  return { modifiers, name: rest }
}
