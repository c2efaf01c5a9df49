// Which keys a menu item may name: Electron's grammar, where a key outside it throws in the middle of building a menu.

const modifiers: ReadonlySet<string> = new Set(
  ['Command', 'Cmd', 'Control', 'Ctrl', 'CommandOrControl', 'CmdOrCtrl', 'Alt', 'Option', 'AltGr', 'Shift', 'Super', 'Meta'].map((name) =>
    name.toLowerCase(),
  ),
)

const keys: ReadonlySet<string> = new Set(
  [
    ...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    ...')!@#$%^&*(:;+=<,_->.?/~`{][|\\}"\'',
    ...Array.from({ length: 24 }, (_, index) => `F${index + 1}`),
    ...Array.from({ length: 10 }, (_, index) => `num${index}`),
    ...[
      'Plus',
      'Space',
      'Tab',
      'Capslock',
      'Numlock',
      'Scrolllock',
      'Backspace',
      'Delete',
      'Insert',
      'Return',
      'Enter',
      'Up',
      'Down',
      'Left',
      'Right',
    ],
    ...['Home', 'End', 'PageUp', 'PageDown', 'Escape', 'Esc', 'VolumeUp', 'VolumeDown', 'VolumeMute', 'PrintScreen'],
    ...['MediaNextTrack', 'MediaPreviousTrack', 'MediaStop', 'MediaPlayPause', 'numdec', 'numadd', 'numsub', 'nummult', 'numdiv'],
  ].map((name) => name.toLowerCase()),
)

/** As Electron parses it: names between `+`, the last a key, all before it modifiers, upper or lower case. */
export function isAccelerator(text: string): boolean {
  const parts = text.toLowerCase().split('+')
  const key = parts.pop() ?? ''
  return keys.has(key) && parts.every((part) => modifiers.has(part))
}
