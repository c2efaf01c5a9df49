// Which keys do what, read from the catalogue of actions, so that it cannot differ from what the keys really do; and every one can be changed.

import { Button, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { fitWords, prepareTyped } from '../../../core/finding/fit-title.ts'
import { foldText } from '../../../core/finding/fold-text.ts'
import { showKey } from '../../keys/actions.ts'
import { type ActionId, actionIds, catalogue, menuNames } from '../../keys/catalogue.ts'
import { type ChangedKeys, keysOf, useKeySettings } from '../../keys/key-settings.ts'
import { strings } from '../../strings/strings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { fixedKeys } from './fixed-keys.ts'
import { KeyRow } from './key-row.tsx'
import classes from './keys-dialog.module.css'

const words = strings.keys

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const [wanted, setWanted] = useState('')
  const groups = menuNames
    .map((menu) => ({ menu, actions: actionIds.filter((id) => catalogue[id].menu === menu && isWanted(catalogue[id].title, keysOf(id), wanted)) }))
    .filter(({ actions }) => actions.length > 0)
  const fixed = fixedKeys.filter(({ title, keys }) => isWanted(title, keys, wanted))
  return (
    <Dialog title={words.keys} isOpen onClose={onClose} size="lg">
      <div className={classes.head}>
        <p className={classes.hint}>{words.hint}</p>
        <TextInput
          type="search"
          size="sm"
          data-autofocus
          aria-label={words.search}
          placeholder={words.search}
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          maxLength={100}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            if (!(event.nativeEvent as InputEvent).isComposing) setWanted(event.currentTarget.value)
          }}
          onCompositionEnd={(event) => setWanted(event.currentTarget.value)}
        />
      </div>
      {groups.map(({ menu, actions }) => (
        <Menu key={menu} title={strings.desktop.menus[menu]} actions={actions} />
      ))}
      {fixed.length > 0 && (
        <section className={classes.menu} aria-labelledby="keys-fixed">
          <h3 id="keys-fixed" className={classes.heading}>
            {words.fixed}
          </h3>
          <p className={classes.hint}>{words.fixedHint}</p>
          <ul className={classes.list}>
            {fixed.map(({ title, keys }) => (
              <li key={title} className={classes.row}>
                <span className={classes.title}>{title}</span>
                <span className={classes.keys}>
                  {keys.map((key) => (
                    <KeyHint key={key} keys={key} />
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {groups.length === 0 && fixed.length === 0 && <p className={classes.hint}>{words.noMatch}</p>}
      <div className={classes.end}>
        <ResetAll />
        <Button variant="default" onClick={onClose}>
          {strings.app.close}
        </Button>
      </div>
    </Dialog>
  )
}

function Menu({ title, actions }: { title: string; actions: readonly ActionId[] }) {
  return (
    <div className={classes.menu}>
      <h3 className={classes.heading}>{title}</h3>
      <ul className={classes.list} aria-label={title}>
        {actions.map((action) => (
          <KeyRow key={action} action={action} />
        ))}
      </ul>
    </div>
  )
}

/** By the action's name, or by a key as it is shown. */
function isWanted(title: string, keys: readonly string[], wanted: string): boolean {
  const typed = prepareTyped(wanted)
  if (typed.text === '') return true
  return fitWords(foldText(title), typed) !== undefined || keys.some((key) => foldText(showKey(key)).includes(typed.text))
}

/** The same button takes it back as long as the dialog is open. */
function ResetAll() {
  const changed = useKeySettings((settings) => settings.changed)
  const { replaceAll } = useKeySettings.getState()
  const [before, setBefore] = useState<ChangedKeys>()
  const isFirst = Object.keys(changed).length === 0
  if (before && isFirst) {
    return (
      <Button
        variant="light"
        onClick={() => {
          replaceAll(before)
          setBefore(undefined)
        }}
      >
        {words.resetAllUndo}
      </Button>
    )
  }
  return (
    <Button
      variant="subtle"
      color="gray"
      disabled={isFirst}
      onClick={() => {
        setBefore(changed)
        replaceAll({})
      }}
    >
      {words.resetAll}
    </Button>
  )
}
