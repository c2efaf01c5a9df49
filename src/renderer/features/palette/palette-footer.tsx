// What the palette can do besides: the signs that narrow it, as buttons too, and the keys that work in it.

import { isMac } from '../../keys/actions.ts'
import { strings } from '../../strings/strings.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import classes from './palette.module.css'
import type { PaletteScope } from './palette-rows.ts'

const scopes: readonly { scope: PaletteScope; sign: string; label: string }[] = [
  { scope: 'commands', sign: '>', label: strings.palette.onlyCommands },
  { scope: 'topics', sign: '#', label: strings.palette.onlyTopics },
  { scope: 'sources', sign: '@', label: strings.palette.onlySources },
]

export function PaletteFooter({ scope: current, onScope }: { scope: PaletteScope; onScope: (scope: PaletteScope) => void }) {
  return (
    <div className={classes.footer}>
      {scopes.map(({ scope, sign, label }) => (
        <button
          key={scope}
          type="button"
          className={classes.scope}
          aria-pressed={scope === current}
          // The field keeps the focus: what follows is typed.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onScope(scope)}
        >
          <kbd>{sign}</kbd> {label}
        </button>
      ))}
      <span className={classes.grow} />
      <span className={classes.hint}>
        <KeyHint keys="↑↓" /> {strings.palette.move}
      </span>
      <span className={classes.hint}>
        <KeyHint keys="↵" /> {strings.palette.open}
      </span>
      <span className={classes.hint}>
        <KeyHint keys={isMac ? '⌘↵' : 'Ctrl ↵'} /> {strings.palette.openBeside}
      </span>
    </div>
  )
}
