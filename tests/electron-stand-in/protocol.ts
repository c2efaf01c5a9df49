// `protocol`: schemes of the program's own. Chromium's requests for them are answered by the handler that the program gave.

import { translateScheme } from './devtools/addresses.ts'
import { mustBeBeforeReady, mustBeReady } from './lifecycle.ts'
import { refuseUnknown } from './strict.ts'

type Handler = (request: Request) => Response | Promise<Response>

const handlers = new Map<string, Handler>()
const privileged = new Set<string>()

export function handlerOf(scheme: string): Handler | undefined {
  return handlers.get(scheme)
}

export const protocol = refuseUnknown('protocol', {
  registerSchemesAsPrivileged: (schemes) => {
    mustBeBeforeReady('protocol.registerSchemesAsPrivileged')
    for (const { scheme, privileges } of schemes) {
      // Inside Chromium such a scheme is an https address here: one with fewer privileges would get too much.
      if (!privileges?.standard || !privileges.secure || !privileges.supportFetchAPI)
        throw new Error(`the stand-in serves only schemes that are standard, secure and support fetch; ${scheme} is not`)
      if (privileges.bypassCSP || privileges.allowServiceWorkers || privileges.corsEnabled)
        throw new Error('the stand-in knows no bypassCSP, allowServiceWorkers and corsEnabled')
      privileged.add(scheme)
      translateScheme(scheme)
    }
  },
  handle: (scheme, handler) => {
    mustBeReady('protocol.handle')
    if (!privileged.has(scheme)) throw new Error(`the stand-in serves only schemes that were registered as privileged; ${scheme} was not`)
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    handlers.set(scheme, handler as Handler)
  },
  unhandle: (scheme) => {
    if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
  },
  isProtocolHandled: (scheme) => handlers.has(scheme),
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>)
