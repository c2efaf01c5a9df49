// A component over a real notebook: its client, the wire and the host are the real ones, only the browser is jsdom.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { CommandInput, CommandName, CommandResult } from '../../src/core/commands/commands.ts'
import type { DownMessage, UpMessage } from '../../src/core/contract/messages.ts'
import { NotebookClient } from '../../src/core/contract/notebook-client.ts'
import { makeMemoryWires } from '../../src/core/wire/memory-wire.ts'
import { openNotebook } from '../../src/host/open-notebook.ts'
import type { OpenNotebook, OpenOptions } from '../../src/host/opened-notebook.ts'
import { serveWire } from '../../src/host/session/serve-wire.ts'
import { handleKeydown } from '../../src/renderer/keys/actions.ts'
import { NotebookContext } from '../../src/renderer/notebook/notebook-context.ts'

export type TestNotebook = {
  notebook: OpenNotebook
  /** Runs a command as another window would; throws where it is refused. */
  run: <Name extends CommandName>(command: Name, input: CommandInput<Name>) => Promise<CommandResult<Name>>
  connect: (window: string) => NotebookClient
  close: () => Promise<void>
}

export async function openTestNotebook(options: OpenOptions = {}): Promise<TestNotebook> {
  const folder = await mkdtemp(join(tmpdir(), 'footing-window-'))
  const notebook = await openNotebook(join(folder, 'notebook'), { mode: 'write', create: { title: 'Under test' }, ...options })
  let ids = 0
  return {
    notebook,
    run: async (command, input) => {
      const answer = await notebook.run('another-window', command, input)
      if (!answer.ok) throw new Error(`${command}: ${answer.error.message}`)
      return answer.result as never
    },
    connect: (window) => {
      const { client: up, host } = makeMemoryWires<UpMessage, DownMessage>()
      serveWire(notebook, host)
      const client = new NotebookClient(window, () => `${window}-${ids++}`)
      client.attach(up)
      return client
    },
    close: async () => {
      await notebook.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What jsdom has no answer to. */
function completeBrowser(): void {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  window.matchMedia = (media) =>
    Object.assign(new EventTarget(), { matches: false, media, onchange: null, addListener: () => {}, removeListener: () => {} })
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  Element.prototype.scrollIntoView = () => {}
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true })
}

export type Shown = { rerender: (node: ReactNode) => Promise<void>; unmount: () => Promise<void> }

export async function show(client: NotebookClient, node: ReactNode): Promise<Shown> {
  completeBrowser()
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  window.addEventListener('keydown', handleKeydown)
  const rerender = (content: ReactNode) =>
    act(async () =>
      root.render(
        <MantineProvider env="test">
          <NotebookContext value={client}>
            <Notifications />
            {content}
          </NotebookContext>
        </MantineProvider>,
      ),
    )
  await rerender(node)
  return {
    rerender,
    unmount: async () => {
      window.removeEventListener('keydown', handleKeydown)
      await act(async () => root.unmount())
      place.remove()
    },
  }
}

/** Waits until `read` gives something truthy, at most two seconds. */
export async function until<Value>(read: () => Value): Promise<NonNullable<Value>> {
  const deadline = performance.now() + 2_000
  for (;;) {
    const value = read()
    if (value) return value
    if (performance.now() > deadline) throw new Error(`not within two seconds: ${read.toString()}\n${document.body.textContent}`)
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 10))
    })
  }
}

/** Presses a key where the focus is; false where somebody took it. */
export async function press(key: string, modifiers: KeyboardEventInit = {}): Promise<boolean> {
  let isUntaken = true
  await act(async () => {
    const target = document.activeElement ?? document.body
    isUntaken = target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }))
  })
  return isUntaken
}

export async function click(element: Element, modifiers: MouseEventInit = {}): Promise<void> {
  await act(async () => {
    if (element instanceof HTMLElement) element.focus()
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...modifiers }))
  })
}

/** Types as a person does: React hears of it as an input event. */
export async function type(field: HTMLInputElement | HTMLTextAreaElement, text: string, isComposing = false): Promise<void> {
  await act(async () => {
    field.focus()
    const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing }))
  })
}

export function named<Kind extends HTMLElement = HTMLElement>(name: string | RegExp, selector = '[aria-label], button'): Kind | undefined {
  return [...document.querySelectorAll<Kind>(selector)].find((element) => {
    const label = element.getAttribute('aria-label') ?? element.textContent ?? ''
    return typeof name === 'string' ? label === name : name.test(label)
  })
}
