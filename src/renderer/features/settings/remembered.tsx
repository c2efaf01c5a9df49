// What this computer remembers outside the notebooks, and how to have it forgotten.

import { Button } from '@mantine/core'
import { useKeySettings } from '../../keys/key-settings.ts'
import { strings } from '../../strings/strings.ts'
import classes from './settings-dialog.module.css'

export type RememberedProps = { recentCount: number; onForgetRecent: () => void; onShowKeys: () => void }

const words = strings.settings

export function Remembered({ recentCount, onForgetRecent, onShowKeys }: RememberedProps) {
  const changedKeys = useKeySettings(({ changed }) => Object.keys(changed).length)
  return (
    <section aria-labelledby="settings-remembered">
      <h3 id="settings-remembered" className={classes.heading}>
        {words.remembered}
      </h3>
      <p className={classes.hint}>{words.rememberedHint}</p>
      <ul className={classes.remembered}>
        <li>{words.rememberedLook}</li>
        <li>
          {words.rememberedKeys(changedKeys)}
          <Button size="compact-xs" variant="subtle" onClick={onShowKeys}>
            {words.changeKeys}
          </Button>
        </li>
        <li>
          {words.rememberedRecent(recentCount)}
          {recentCount > 0 && (
            <Button size="compact-xs" variant="subtle" onClick={onForgetRecent}>
              {words.forget}
            </Button>
          )}
        </li>
        <li>{words.rememberedDrafts}</li>
      </ul>
    </section>
  )
}
