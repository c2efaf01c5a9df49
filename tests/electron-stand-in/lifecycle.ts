// Where the program stands: before ready, running or leaving. Electron's modules ask, since many calls are right at one time only.

let isReady = false

export const lifecycle = {
  get isReady() {
    return isReady
  },
  becomeReady: () => {
    isReady = true
  },
}

export function mustBeBeforeReady(call: string): void {
  if (isReady) throw new Error(`${call} must be called before the app is ready`)
}

export function mustBeReady(call: string): void {
  if (!isReady) throw new Error(`${call} cannot be used before the app is ready`)
}
