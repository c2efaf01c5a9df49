// Pictures from the clipboard, a drop or the disk go into the notebook first; their Markdown follows once they are durable, its description selected.

import { type ChangeDesc, type Extension, Facet, StateEffect, StateField } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { strings } from '../../strings/strings.ts'

/** Keeps a picture and resolves with its name in the notebook, or undefined where it was refused or given up; says so to people itself. */
export type KeepImage = (file: File) => Promise<string | undefined>

const keepImage = Facet.define<KeepImage, KeepImage | undefined>({ combine: ([first]) => first })

const beginImage = StateEffect.define<{ id: string; at: number }>()
const endImage = StateEffect.define<string>()

/** Where pictures that are on their way will stand: the text may change meanwhile. */
const places = StateField.define<ReadonlyMap<string, number>>({
  create: () => new Map(),
  update: (held, { changes, effects }) => {
    const isTouched = effects.some((effect) => effect.is(beginImage) || effect.is(endImage))
    if (!isTouched && changes.empty) return held
    const next = new Map([...held].map(([id, at]) => [id, mapPlace(changes, at)] as const))
    for (const effect of effects) {
      if (effect.is(beginImage)) next.set(effect.value.id, effect.value.at)
      if (effect.is(endImage)) next.delete(effect.value)
    }
    return next
  },
})

const mapPlace = (changes: ChangeDesc, at: number) => changes.mapPos(at, 1)

export function imageFiles(keep: KeepImage | undefined): Extension {
  if (!keep) return []
  return [
    keepImage.of(keep),
    places,
    EditorView.domEventHandlers({
      dragover: (event) => {
        if (!event.dataTransfer?.types.includes('Files')) return false
        event.preventDefault()
        event.stopPropagation()
        event.dataTransfer.dropEffect = 'copy'
        return false
      },
      drop: (event, view) => {
        const files = picturesOf(event.dataTransfer)
        if (files.length === 0 || view.state.readOnly) return false
        event.preventDefault()
        event.stopPropagation()
        addImages(view, files, view.posAtCoords({ x: event.clientX, y: event.clientY }, false))
        view.focus()
        return true
      },
    }),
  ]
}

/** The pictures among what is dropped or pasted; whether they really are some is told by their bytes, by the host. */
export function picturesOf(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
}

/** Adds the pictures at a place, one after the other, each on its own line where there are several. */
export function addImages(view: EditorView, files: readonly File[], at = view.state.selection.main.to): void {
  const keep = view.state.facet(keepImage)
  if (!keep) return
  const begun = files.map((file) => ({ id: crypto.randomUUID(), file }))
  view.dispatch({ effects: begun.map(({ id }) => beginImage.of({ id, at })) })
  void (async () => {
    for (const [position, { id, file }] of begun.entries()) {
      const name = await keep(file)
      if (!view.dom.isConnected) return
      if (name === undefined) view.dispatch({ effects: endImage.of(id) })
      else writeImage(view, id, name, position < begun.length - 1)
    }
  })()
}

function writeImage(view: EditorView, id: string, name: string, isFollowed: boolean): void {
  const at = view.state.field(places).get(id) ?? view.state.selection.main.to
  const words = strings.editor.pictureWords
  const insert = `![${words}](${name})${isFollowed ? '\n\n' : ''}`
  const start = at + 2
  view.dispatch({
    changes: { from: at, insert },
    effects: endImage.of(id),
    // What describes the picture is to be written now: it is selected, as long as nobody went on writing elsewhere.
    ...(isFollowed ? {} : { selection: { anchor: start, head: start + words.length }, scrollIntoView: true }),
    userEvent: 'input.paste',
  })
}

/** Asks for pictures from the disk. */
export function chooseImages(view: EditorView): void {
  if (!view.state.facet(keepImage)) return
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = 'image/png,image/jpeg,image/gif,image/webp,image/avif'
  field.multiple = true
  field.addEventListener('change', () => addImages(view, [...(field.files ?? [])]))
  field.click()
}
