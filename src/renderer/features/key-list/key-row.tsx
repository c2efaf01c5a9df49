// One action with its keys: press one to change it, + for another; what stands in the way of a new key is said here.

import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconRestore, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { showKey } from '../../keys/actions.ts'
import type { ActionId } from '../../keys/catalogue.ts'
import { isKeptByBrowser } from '../../keys/kept-keys.ts'
import { useKeySettings, useKeysOf } from '../../keys/key-settings.ts'
import { strings } from '../../strings/strings.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { judge, titleOf, type Wish, withKey, withoutKey } from './change-keys.ts'
import { KeyRecorder } from './key-recorder.tsx'
import classes from './keys-dialog.module.css'

/** What is being asked for: the next key, or what to do about one that is taken. */
type Asking = { kind: 'key'; replaced: string | undefined } | { kind: 'taken'; wish: Wish; by: ActionId }

const words = strings.keys

export function KeyRow({ action }: { action: ActionId }) {
  const keys = useKeysOf(action)
  const isChanged = useKeySettings(({ changed }) => changed[action] !== undefined)
  const { setKeys } = useKeySettings.getState()
  const [asking, setAsking] = useState<Asking>()
  const [said, setSaid] = useState('')
  const add = useRef<HTMLButtonElement>(null)
  const title = titleOf(action)
  const stop = (message = '') => {
    setAsking(undefined)
    setSaid(message)
    // The recorder goes, and the focus with it: it stays in this row.
    requestAnimationFrame(() => document.activeElement === document.body && add.current?.focus())
  }
  const fulfil = (wish: Wish) => {
    const next = withKey(wish, useKeySettings.getState().changed)
    setKeys(action, next)
    stop(isKeptByBrowser(wish.key) ? words.ofBrowser(showKey(wish.key)) : words.done(title, next.map(showKey).join(', ')))
  }
  const receive = (key: string, replaced: string | undefined) => {
    const wish = { action, key, replaced }
    const verdict = judge(wish, useKeySettings.getState().changed)
    switch (verdict.kind) {
      case 'free':
        return fulfil(wish)
      case 'taken':
        return setAsking({ kind: 'taken', wish, by: verdict.by })
      case 'widgets':
        return stop(words.ofWidgets(showKey(key)))
      case 'already':
        return stop(words.already(showKey(key)))
    }
  }
  const takeFrom = (by: ActionId, wish: Wish) => {
    setKeys(by, withoutKey(by, wish, useKeySettings.getState().changed))
    fulfil(wish)
  }

  return (
    <li className={classes.row} data-action={action}>
      <span className={classes.title}>{title}</span>
      <span className={classes.keys}>
        {keys.length === 0 && asking === undefined && <span className={classes.none}>{words.none}</span>}
        {keys.map((key) =>
          asking?.kind === 'key' && asking.replaced === key ? (
            <KeyRecorder key={key} action={title} onKey={(pressed) => receive(pressed, key)} onCancel={() => stop()} />
          ) : (
            <span key={key} className={classes.key}>
              <button
                type="button"
                className={classes.change}
                aria-label={words.change(title, showKey(key))}
                onClick={() => setAsking({ kind: 'key', replaced: key })}
              >
                <KeyHint keys={key} />
              </button>
              <button
                type="button"
                className={classes.remove}
                aria-label={words.remove(title, showKey(key))}
                onClick={() => {
                  setKeys(
                    action,
                    keys.filter((each) => each !== key),
                  )
                  stop()
                }}
              >
                <IconX size={11} aria-hidden="true" />
              </button>
            </span>
          ),
        )}
        {asking?.kind === 'key' && asking.replaced === undefined && (
          <KeyRecorder action={title} onKey={(pressed) => receive(pressed, undefined)} onCancel={() => stop()} />
        )}
        <ActionIcon
          ref={add}
          variant="subtle"
          color="gray"
          size="xs"
          aria-label={words.add(title)}
          title={words.add(title)}
          onClick={() => setAsking({ kind: 'key', replaced: undefined })}
        >
          <IconPlus size={13} />
        </ActionIcon>
        {isChanged && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="xs"
            aria-label={words.reset(title)}
            title={words.reset(title)}
            onClick={() => {
              setKeys(action, undefined)
              stop()
            }}
          >
            <IconRestore size={13} />
          </ActionIcon>
        )}
      </span>
      {asking?.kind === 'taken' && (
        <span className={classes.message} role="alert">
          {words.taken(showKey(asking.wish.key), titleOf(asking.by))}
          <Button size="compact-xs" ref={focusOnce} onClick={() => takeFrom(asking.by, asking.wish)}>
            {asking.wish.replaced === undefined ? words.take : words.swap}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => stop()}>
            {words.leave}
          </Button>
        </span>
      )}
      {said !== '' && (
        <span className={classes.message} role="status">
          {said}
        </span>
      )}
    </li>
  )
}

function focusOnce(button: HTMLButtonElement | null): void {
  button?.focus()
}
