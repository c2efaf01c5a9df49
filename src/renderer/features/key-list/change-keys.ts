// What pressing a new key for an action means: a change, or the reason why not.

import { type ActionId, catalogue } from '../../keys/catalogue.ts'
import { belongsToWidgets } from '../../keys/kept-keys.ts'
import { clashOf } from '../../keys/key-clashes.ts'
import { type ChangedKeys, effectiveKeys } from '../../keys/key-settings.ts'

/** `replaced` is the key that the new one takes the place of; without it, it is one more. */
export type Wish = { action: ActionId; key: string; replaced: string | undefined }

export type Verdict = { kind: 'widgets' } | { kind: 'already' } | { kind: 'taken'; by: ActionId } | { kind: 'free' }

export function judge({ action, key, replaced }: Wish, changed: ChangedKeys): Verdict {
  if (belongsToWidgets(key)) return { kind: 'widgets' }
  if (key === replaced || effectiveKeys(changed, action).includes(key)) return { kind: 'already' }
  const by = clashOf(action, key, changed)
  return by ? { kind: 'taken', by } : { kind: 'free' }
}

/** The keys of the action with the wish fulfilled. */
export function withKey({ action, key, replaced }: Wish, changed: ChangedKeys): readonly string[] {
  const keys = effectiveKeys(changed, action)
  return replaced === undefined ? [...keys, key] : keys.map((each) => (each === replaced ? key : each))
}

/** The keys of the action that had the key: without it, or with the replaced one in its place where that is free there. */
export function withoutKey(by: ActionId, { action, key, replaced }: Wish, changed: ChangedKeys): readonly string[] {
  const rest = effectiveKeys(changed, by)
  const other = replaced === undefined ? undefined : clashOf(by, replaced, { ...changed, [action]: withKey({ action, key, replaced }, changed) })
  return rest.flatMap((each) => (each !== key ? [each] : replaced === undefined || other !== undefined || rest.includes(replaced) ? [] : [replaced]))
}

export function titleOf(action: ActionId): string {
  return catalogue[action].title
}
