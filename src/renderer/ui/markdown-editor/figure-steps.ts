// From one figure that is not as its passage has it to the next, and from a figure to what it is compared with.

import { EditorView } from '@codemirror/view'
import { strings } from '../../strings/strings.ts'
import { figureAt, isProblem, openPlace, placeOf } from './figure-cards.ts'
import { markedFigures } from './marked-figures.ts'
import type { NoteLinks } from './note-links.ts'

/** Around the end of the note to its beginning. The cursor's card says what is the matter, and a screen reader hears it. */
export function stepFigure(by: 1 | -1): (view: EditorView) => void {
  return (view) => {
    const problems = markedFigures(view.state).filter(isProblem)
    const { head } = view.state.selection.main
    const next = by === 1 ? problems.find(({ from }) => from > head) : problems.findLast(({ to }) => to < head)
    const found = next ?? problems.at(by === 1 ? 0 : -1)
    if (!found) {
      view.dispatch({ effects: EditorView.announce.of(strings.checks.none) })
      return
    }
    const { mark } = found
    view.dispatch({
      selection: { anchor: found.from },
      scrollIntoView: true,
      effects: EditorView.announce.of(`${mark.written}. ${strings.checks.kinds[mark.kind]}. ${strings.checks.sentence(mark)}`),
    })
  }
}

export function hasProblems(view: EditorView): boolean {
  return markedFigures(view.state).some(isProblem)
}

export function canOpenFigure({ state }: EditorView): boolean {
  const found = figureAt(state, state.selection.main.head)
  return found !== undefined && placeOf(found) !== undefined
}

export function openFigure(view: EditorView, links: NoteLinks): void {
  const found = figureAt(view.state, view.state.selection.main.head)
  const place = found && placeOf(found)
  if (place) openPlace(place, links)
}
