// `shell`, `screen`, `nativeTheme`, `powerMonitor`: the desktop around the program, with one screen, in light, and nothing that opens.

import { mustBeReady } from '../lifecycle.ts'
import { refuseUnknown, StrictEmitter } from '../strict.ts'

/** Addresses and files leave to other programs: none starts in a test, what was asked for is printed. Tests that look put a function of their own here. */
export const shell = refuseUnknown('shell', {
  openExternal: async (url) => console.error(`shell.openExternal: ${url}`),
  openPath: async (path) => {
    console.error(`shell.openPath: ${path}`)
    return ''
  },
  showItemInFolder: (path) => console.error(`shell.showItemInFolder: ${path}`),
  beep: () => {},
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'>)

type Rectangle = Electron.Rectangle
const workArea = (bounds: Rectangle): Rectangle => ({ ...bounds, y: bounds.y + 30, height: bounds.height - 30 })
const displayAt = (id: number, bounds: Rectangle) =>
  ({
    id,
    label: `Screen ${id}`,
    bounds,
    workArea: workArea(bounds),
    size: bounds,
    workAreaSize: workArea(bounds),
    scaleFactor: 1,
    rotation: 0,
    internal: true,
  }) as Partial<Electron.Display> as Electron.Display

/** `ELECTRON_STAND_IN_SCREENS=1920x1080+0+0,2560x1440+1920+0` tells others than the one. */
const displays = (process.env.ELECTRON_STAND_IN_SCREENS ?? '2560x1440+0+0').split(',').map((text, index) => {
  const [width = 0, height = 0, x = 0, y = 0] = text.split(/[x+]/).map(Number)
  return displayAt(index + 1, { x, y, width, height })
})
const overlap = (one: Rectangle, other: Rectangle) =>
  Math.max(0, Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)) *
  Math.max(0, Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y))

class Screen
  extends StrictEmitter
  implements Pick<Electron.Screen, 'getAllDisplays' | 'getPrimaryDisplay' | 'getDisplayMatching' | 'getDisplayNearestPoint' | 'getCursorScreenPoint'>
{
  getAllDisplays(): Electron.Display[] {
    mustBeReady('screen')
    return [...displays]
  }
  getPrimaryDisplay(): Electron.Display {
    return this.getAllDisplays()[0]!
  }
  getDisplayMatching(rectangle: Rectangle): Electron.Display {
    return this.getAllDisplays().reduce((best, next) => (overlap(next.bounds, rectangle) > overlap(best.bounds, rectangle) ? next : best))
  }
  getDisplayNearestPoint({ x, y }: Electron.Point): Electron.Display {
    return this.getDisplayMatching({ x, y, width: 1, height: 1 })
  }
  getCursorScreenPoint(): Electron.Point {
    return { x: 0, y: 0 }
  }
}
export const screen = new Screen()

class NativeTheme
  extends StrictEmitter
  implements Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors' | 'prefersReducedTransparency'>
{
  #source: Electron.NativeTheme['themeSource'] = 'system'
  readonly shouldUseHighContrastColors = false
  readonly prefersReducedTransparency = false

  get themeSource(): Electron.NativeTheme['themeSource'] {
    return this.#source
  }
  set themeSource(source: Electron.NativeTheme['themeSource']) {
    this.#source = source
    this.emit('updated')
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }
}
export const nativeTheme = new NativeTheme()

/** Says nothing by itself; a test emits what the system would. */
class PowerMonitor extends StrictEmitter implements Pick<Electron.PowerMonitor, 'isOnBatteryPower'> {
  isOnBatteryPower(): boolean {
    return false
  }
}
export const powerMonitor = new PowerMonitor()
