// The frames of one page, and which of the page's worlds belongs to which: whoever sends something is known by the world that it came from.

import { fromChromium } from './devtools/addresses.ts'
import type { DevTools } from './devtools/connection.ts'
import { preloadWorld } from './page/preload-scripts.ts'
import { StrictEmitter } from './strict.ts'

/** A frame of Electron's, as long as it is there; `detached` once it is not. */
class WebFrameMain extends StrictEmitter implements Pick<Electron.WebFrameMain, 'url' | 'origin' | 'parent' | 'top' | 'detached' | 'isDestroyed'> {
  readonly parent: Electron.WebFrameMain | null
  url = ''
  detached = false

  constructor(parent: WebFrameMain | null) {
    super()
    this.parent = asFrame(parent)
  }

  get origin(): string {
    const [origin = 'null'] = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+/i.exec(this.url) ?? []
    return origin
  }

  get top(): Electron.WebFrameMain | null {
    return this.parent?.top ?? asFrame(this)
  }

  isDestroyed(): boolean {
    return this.detached
  }
}

/** The part of Electron's frame that is here; what is not throws. */
function asFrame(frame: WebFrameMain): Electron.WebFrameMain
function asFrame(frame: WebFrameMain | null): Electron.WebFrameMain | null
function asFrame(frame: WebFrameMain | null): Electron.WebFrameMain | null {
  return frame as unknown as Electron.WebFrameMain | null
}

export class Frames {
  readonly #frames = new Map<string, WebFrameMain>()
  /** World to frame. */
  readonly #worlds = new Map<number, string>()
  #preloadWorld: number | undefined
  #mainId: string

  constructor(mainId: string) {
    this.#mainId = mainId
    this.#frames.set(mainId, new WebFrameMain(null))
  }

  get main(): Electron.WebFrameMain {
    return asFrame(this.#frames.get(this.#mainId)!)
  }

  /** The world of the top frame's preload, while there is one. */
  get preloadWorld(): number | undefined {
    return this.#preloadWorld
  }

  isMain(id: string): boolean {
    return id === this.#mainId
  }

  withId(id: string): Electron.WebFrameMain | null {
    return asFrame(this.#frames.get(id) ?? null)
  }

  /** Null where the document that sent it is gone meanwhile, as in Electron. */
  ofWorld(world: number): Electron.WebFrameMain | null {
    const id = this.#worlds.get(world)
    return id === undefined ? null : this.withId(id)
  }

  /** Nothing of the page is left. */
  clear(): void {
    this.#worlds.clear()
    this.#preloadWorld = undefined
  }

  follow(page: DevTools): void {
    page.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = context.auxData as { frameId: string }
      this.#worlds.set(context.id, frameId)
      if (context.name === preloadWorld && this.isMain(frameId)) this.#preloadWorld = context.id
    })
    page.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      this.#worlds.delete(executionContextId)
      if (this.#preloadWorld === executionContextId) this.#preloadWorld = undefined
    })
    page.on('Runtime.executionContextsCleared', () => this.clear())
    page.on('Page.frameAttached', ({ frameId, parentFrameId }) =>
      this.#frames.set(frameId, new WebFrameMain(this.#frames.get(parentFrameId) ?? null)),
    )
    page.on('Page.frameDetached', ({ frameId, reason }) => {
      const frame = this.#frames.get(frameId)
      if (!frame || reason === 'swap') return
      frame.detached = true
      this.#frames.delete(frameId)
    })
    page.on('Page.frameNavigated', ({ frame: { id, url } }) => this.#moved(id, url))
    page.on('Page.navigatedWithinDocument', ({ frameId, url }) => this.#moved(frameId, url))
  }

  #moved(id: string, url: string): void {
    const frame = this.#frames.get(id)
    if (frame) frame.url = fromChromium(url)
  }
}
