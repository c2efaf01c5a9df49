// The steps of the tour: what each points at, and how it is seen that the person has done it. Nothing is done for them.
//
// The tour knows the window as its user does, by roles and names; no other part of the window knows of the tour.

import { strings } from '../../strings/strings.ts'
import { findButton, findShown, named } from './find-shown.ts'

/** What is compared with how it was when a step began. */
export type Facts = { highlights: number }

export type TourStep = {
  id: keyof typeof strings.tour.steps
  /** The thing itself; undefined where it is not in sight. */
  find: () => HTMLElement | undefined
  /** Where the way to it begins. */
  findWay: () => HTMLElement | undefined
  isDone: (before: Baseline, facts: Facts) => boolean
}

export type Baseline = Facts & { insight: string; marks: number }

const { app, insights, reader, reports } = strings
const rail = named('nav', app.everything)
const insightPane = named('section', app.insight)
const sourcePane = named('section', app.source)
const note = `${insightPane} ${named('[role=textbox]', insights.body)}`
const evidenceSection = 'section[data-part=evidence]'
const evidence = `${evidenceSection} li`

/** A narrow window shows one pane at a time, and their names above it. */
const paneTab = (group: string, pane: string) => findButton(named('[role=radiogroup]', group), pane)
const wayToInsight = () =>
  paneTab(app.panes, app.insight) ?? findShown(`${named('[role=listbox]', app.insights)} [role=option]`) ?? wayTo(app.insights)
const wayTo = (part: string) => findButton(rail, part)

export const tourSteps: readonly TourStep[] = [
  {
    id: 'open',
    find: () => findShown(`${named('[role=listbox]', app.insights)} [role=option]`),
    findWay: () => wayTo(app.insights),
    isDone: () => findShown(`${evidence} > button`) !== undefined || isNoteShown(),
  },
  {
    id: 'follow',
    find: () => findShown(`${evidence} > button`) ?? findShown(evidenceSection),
    findWay: wayToInsight,
    isDone: () => findShown(sourcePane) !== undefined && (CSS.highlights?.get('footing-flash')?.size ?? 0) > 0,
  },
  {
    id: 'highlight',
    find: () => findShown(named('[role=toolbar]', reader.highlightSelection)) ?? findShown(`${sourcePane} header`),
    findWay: () => paneTab(app.panes, app.source) ?? findShown(`${evidence} > button`) ?? wayTo(app.sources),
    isDone: (before, { highlights }) => highlights > before.highlights,
  },
  {
    id: 'cite',
    find: () => smaller(findShown(note)),
    findWay: wayToInsight,
    isDone: (before) => before.insight === openInsight() && marksOfInsight() > before.marks,
  },
  {
    id: 'report',
    find: () => findShown(`${named('[role=listbox]', app.reports)} [role=option]`),
    findWay: () => paneTab(reports.panes, reports.list) ?? wayTo(app.reports),
    isDone: () => findShown(named('', reports.title)) !== undefined,
  },
  {
    id: 'export',
    find: () => findButton(named('section', reports.preview), reports.exportMarkdown),
    findWay: () => paneTab(reports.panes, reports.preview) ?? wayTo(app.reports),
    isDone: () => document.querySelector('[role=alert][data-saved-file]') !== null,
  },
]

export function takeBaseline(facts: Facts): Baseline {
  return { ...facts, insight: openInsight(), marks: marksOfInsight() }
}

/** By its title: another one that is opened in the middle of a step is counted anew. */
export function openInsight(): string {
  return findShown(`${insightPane} textarea`)?.textContent ?? ''
}

/** Citations in the note, as chips or (while the caret is at them) as written, and cards of evidence: citing adds one of either. */
function marksOfInsight(): number {
  const written = findShown(note)?.textContent.match(/\[@[^\]\s]+\]/g) ?? []
  return written.length + document.querySelectorAll(`${note} [role=link], ${insightPane} ${evidence}`).length
}

function isNoteShown(): boolean {
  return findShown(note) !== undefined
}

/** A long note would leave no room beside it: its first line stands for it. */
function smaller(element: HTMLElement | undefined): HTMLElement | undefined {
  const line = element?.firstElementChild
  return element && element.offsetHeight > innerHeight / 2 && line instanceof HTMLElement ? line : element
}
