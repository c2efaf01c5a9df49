// Makes everything that the stand-in does not have throw when it is asked for: `undefined` would look like an answer of Electron's.

import { EventEmitter } from 'node:events'

/** `await`, JSON and debuggers ask these of every value. */
const askedOfEverything: ReadonlySet<string> = new Set(['then', 'toJSON', 'inspect', 'nodeType', 'asymmetricMatch'])

function get<Target extends object>(target: Target, key: string | symbol, receiver: unknown, name: () => string): unknown {
  if (typeof key === 'symbol' || key in target || askedOfEverything.has(key)) return Reflect.get(target, key, receiver)
  throw new Error(`the stand-in has no ${name()}.${key}`)
}

/** For modules that are plain objects of functions. Tests may replace what is there, as they may in Electron. */
export function refuseUnknown<Target extends object>(name: string, target: Target): Target {
  return new Proxy(target, { get: (object, key, receiver) => get(object, key, receiver, () => name) })
}

/** For classes: the check stands at the end of the prototype chain, so that private fields stay those of the instance. */
export class StrictEmitter extends EventEmitter {}
Object.setPrototypeOf(
  StrictEmitter.prototype,
  new Proxy(EventEmitter.prototype, { get: (target, key, receiver) => get(target, key, receiver, () => receiver.constructor.name) }),
)
Object.setPrototypeOf(
  StrictEmitter,
  new Proxy(EventEmitter, { get: (target, key, receiver: { name: string }) => get(target, key, receiver, () => receiver.name) }),
)
