// `session.defaultSession`: who may do what, and which requests leave. What the program sets is asked for every page and every request.

import { mustBeReady } from './lifecycle.ts'
import { refuseUnknown, StrictEmitter } from './strict.ts'

type Ask = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type Check = Parameters<Electron.Session['setPermissionCheckHandler']>[0]
type BeforeRequest = (details: Electron.OnBeforeRequestListenerDetails, answer: (response: Electron.CallbackResponse) => void) => void

/** What the program answered with, for the page that asks. */
export const answers: { ask: Ask; check: Check; beforeRequest: BeforeRequest | null } = { ask: null, check: null, beforeRequest: null }

class Session
  extends StrictEmitter
  implements
    Pick<
      Electron.Session,
      | 'setPermissionCheckHandler'
      | 'setPermissionRequestHandler'
      | 'setDevicePermissionHandler'
      | 'setDisplayMediaRequestHandler'
      | 'setSpellCheckerEnabled'
      | 'isSpellCheckerEnabled'
      | 'flushStorageData'
    >
{
  #spells = true
  /** Only what the program needs of it: one listener for every request. */
  readonly webRequest = refuseUnknown('session.webRequest', {
    onBeforeRequest: (first: unknown, second?: unknown) => {
      if (second !== undefined) throw new Error('the stand-in’s onBeforeRequest takes no filter')
      answers.beforeRequest = first as BeforeRequest | null
    },
  } satisfies Pick<Electron.WebRequest, 'onBeforeRequest'>)

  setPermissionRequestHandler(handler: Ask): void {
    answers.ask = handler
  }
  setPermissionCheckHandler(handler: Check): void {
    answers.check = handler
  }
  /** Headless Chromium has no devices and no picker of screens: both are refused whatever is set. */
  setDevicePermissionHandler(_handler: Parameters<Electron.Session['setDevicePermissionHandler']>[0]): void {}
  setDisplayMediaRequestHandler(_handler: Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0]): void {}
  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.#spells = isEnabled
  }
  /** Chromium writes it when it ends, which the app waits for. */
  flushStorageData(): void {}
  isSpellCheckerEnabled(): boolean {
    return this.#spells
  }
}

const defaultSession = new Session()

/** As in Electron, a page's session is there once the app is ready, and not before. */
export const session = refuseUnknown('session', {
  get defaultSession(): Electron.Session {
    mustBeReady('session.defaultSession')
    return defaultSession as unknown as Electron.Session
  },
} satisfies Pick<typeof Electron.session, 'defaultSession'>)
