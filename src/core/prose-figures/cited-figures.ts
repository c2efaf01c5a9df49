// The figures of what a citation leads to, by the notebook as it is now.

import { citationWord, lookUpCitation } from '../audit/look-up-citation.ts'
import type { ProseBlock } from '../audit/prose-blocks.ts'
import { liveEvidenceOf } from '../evidence/live-evidence.ts'
import type { CitationItem } from '../markdown/citation-syntax.ts'
import type { Evidence } from '../records/evidence.ts'
import type { RecordId } from '../records/record-id.ts'
import type { HeadOf } from '../records/tables.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import type { FigureSources } from './check-figures.ts'
import type { CitedPassage, StatedHere, StatedPlace } from './cited-passage.ts'
import { type StatedFigure, statedFigures } from './stated-figure.ts'

/** Those between two offsets of a reading text and in the paragraphs around; of all of it without a range. Undefined where they are not to be had. */
export type FiguresOfText = (text: RecordId<'text'>, language: string, range?: { start: number; end: number }) => readonly StatedFigure[] | undefined

/** UTF-16 units: the sentence before and the one behind. */
const besideReach = 400

/**
 * A highlight is the words that were cited, in the text in which they were; a source as a whole is its newest text, which is the one that the analyst sees.
 * Undefined where the citation leads nowhere.
 */
function citedFigures(view: NotebookView, figuresOf: FiguresOfText, item: CitationItem): CitedPassage | undefined {
  const found = lookUpCitation(view, item)
  const text = found?.highlight?.text ?? found?.source.revisions.at(-1)?.text
  if (!found || !text) return undefined
  const { source, highlight } = found
  const figures = figuresOf(text, source.language, highlight?.passage)
  if (!figures) return undefined
  const place: StatedPlace = { part: 'passage', item, source: source.id }
  if (highlight) place.highlight = highlight.id
  const facts = () => factsOf(source, place)
  if (!highlight) return { inside: figures.map((figure) => ({ ...figure, place })), beside: [], facts }
  const { start, end } = highlight.passage
  const isInside = (figure: StatedFigure) => figure.start < end && figure.end > start
  const isBeside = (figure: StatedFigure) => !isInside(figure) && figure.end > start - besideReach && figure.start < end + besideReach
  return {
    inside: figures.filter(isInside).map((figure) => ({ ...figure, place })),
    beside: figures.filter(isBeside).map((figure) => ({ ...figure, place: { ...place, part: 'beside' } })),
    facts,
  }
}

/** For the blocks of one note: what they cite, and the live evidence of the insight that they are of, if it is one already. */
export function figureSources(
  view: NotebookView,
  figuresOf: FiguresOfText,
  insight: RecordId<'insight'> | undefined,
  blocks: readonly Pick<ProseBlock, 'citations'>[],
): FigureSources {
  const known = new Map<string, CitedPassage | undefined>()
  const passageOf = (item: CitationItem) => {
    const key = citationWord(item)
    if (!known.has(key)) known.set(key, citedFigures(view, figuresOf, item))
    return known.get(key)
  }
  let ofNote: readonly CitedPassage[] | undefined
  const passagesOfNote = () => {
    const cited = blocks.flatMap(({ citations }) => citations.flatMap(({ items }) => items))
    const linked = insight ? liveEvidenceOf(view, insight).flatMap((evidence) => evidenceItem(view, evidence)) : []
    const items = new Map([...cited, ...linked].map((item) => [citationWord(item), item]))
    ofNote ??= [...items.values()].map(passageOf).filter((passage) => passage !== undefined)
    return ofNote
  }
  return { passageOf, passagesOfNote }
}

/** A source as a whole is no proof of a figure that no sentence cites it for. */
function evidenceItem(view: NotebookView, { source, highlight }: Evidence): CitationItem[] {
  const number = highlight && view.head('highlights', highlight)?.number
  const citekey = view.head('sources', source)?.citekey
  return number !== undefined && citekey !== undefined ? [{ citekey, highlight: number }] : []
}

function factsOf({ title, published, accessed }: HeadOf<'sources'>, place: StatedPlace): StatedHere[] {
  const inTitle = statedFigures(title).map((figure): StatedHere => ({ ...figure, place: { ...place, part: 'title' } }))
  const dates = [published, accessed].filter((date) => date !== '').flatMap((date) => statedFigures(date).slice(0, 1))
  return [...inTitle, ...dates.map((figure): StatedHere => ({ ...figure, place: { ...place, part: 'date' } }))]
}
