// The two scripts that run before any of the page's own: one in the preload's world, one in the page's.

import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readClone, writeClone } from './clone.ts'
import { denyWindows } from './deny-windows.ts'
import { followTitle } from './follow-title.ts'
import { joinWorlds } from './join-worlds.ts'
import { runPreload } from './run-preload.ts'

export const preloadWorld = 'Electron Isolated Context'

export type PreloadScripts = {
  preload: string
  page: string
  /** The function by which the preload's world tells the program something. */
  binding: string
  /** The function in the preload's world that takes what the program says. */
  receiver: string
}

/** In the top frame alone, as with `nodeIntegrationInSubFrames: false`. Types are gone from a function's source by the time Node runs it. */
export function preloadScripts(preloadPath: string): PreloadScripts {
  const [secret, binding, receiver] = [randomUUID(), `tell_${randomUUID()}`, `receive_${randomUUID()}`]
  const quoted = (text: string) => JSON.stringify(text)
  const inTopFrame = (code: string) => `if (window === window.top) { ${code} }`
  const page = inTopFrame(`(${joinWorlds})(${quoted(secret)}, 'page'); (${denyWindows})(${quoted(secret)})`)
  const preload = inTopFrame(`(${followTitle})((title) => globalThis[${quoted(binding)}]((${writeClone})(['title', title])));
  (${runPreload})({
    bridge: (${joinWorlds})(${quoted(secret)}, 'preload'),
    tell: globalThis[${quoted(binding)}],
    writeClone: ${writeClone},
    readClone: ${readClone},
    receiver: ${quoted(receiver)},
    secret: ${quoted(secret)},
    preload: function (require, module, exports) { ${readFileSync(preloadPath, 'utf8')}
    },
  })`)
  return { preload, page, binding, receiver }
}
