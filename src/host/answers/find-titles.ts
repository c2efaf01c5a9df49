// Answers `palette.find`: what can be opened, by its title.

import type { FoundTitle, QuestionAnswers, TitledTable } from '../../core/contract/questions.ts'
import { compareFits, type Fit, fitLetters, fitRanks, fitWords, prepareTyped, type Typed } from '../../core/finding/fit-title.ts'
import { foldText } from '../../core/finding/fold-text.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'
import { NewestFirst } from '../search/newest-first.ts'
import type { NotebookHost } from '../session/notebook-host.ts'
import { Breather } from '../storage/breather.ts'
import { type Titled, titleBookOf } from './title-book.ts'

type Request = { text: string; limit: number; tables: readonly TitledTable[]; recent: readonly string[] }
type Found = { titled: Titled; fit: Fit; recency: number }

/** The best fits first; of equals those of `recent` in its order, then the newest. Titles that hold the letters alone are looked for last, if at all. */
export async function findTitles(
  notebook: Pick<NotebookHost, 'view' | 'onCommit'>,
  { text, limit, tables, recent }: Request,
): Promise<QuestionAnswers['palette.find']> {
  const typed = prepareTyped(text)
  const recency = new Map(recent.map((id, position) => [id, position]))
  const found = await collect(notebook, tables, recency, limit, (titled) => bestFit(titled, typed, fitWords))
  if (found.length < limit && typed.text !== '') {
    const held = new Set(found.map(({ titled }) => titled.id))
    found.push(
      ...(await collect(notebook, tables, recency, limit, (titled) => (held.has(titled.id) ? undefined : bestFit(titled, typed, fitLetters)))),
    )
  }
  return found
    .sort(byFit)
    .slice(0, limit)
    .map(({ titled, fit }) => describe(notebook.view, titled, fit, typed))
    .filter((title) => title !== undefined)
}

/** At most `limit` of each rank, and everything recent. */
async function collect(
  notebook: Pick<NotebookHost, 'view' | 'onCommit'>,
  tables: readonly TitledTable[],
  recency: ReadonlyMap<string, number>,
  limit: number,
  fitOf: (titled: Titled) => Fit | undefined,
): Promise<Found[]> {
  const breather = new Breather()
  const book = titleBookOf(notebook)
  const recent: Found[] = []
  const groups = new Map<number, NewestFirst<Titled>>()
  for (const table of tables) {
    for (const titled of await book.entries(table)) {
      if (breather.isDue) await breather.pause()
      const fit = fitOf(titled)
      if (!fit) continue
      const position = recency.get(titled.id)
      if (position !== undefined) recent.push({ titled, fit, recency: position })
      else groupOf(groups, fit, limit).add(titled)
    }
  }
  const rest = [...groups.values()].flatMap(({ items }) => items.flatMap((titled) => toFound(titled, fitOf(titled))))
  return [...recent, ...rest]
}

/** Letters that lie close together are worth more than a new record, but how far they can lie apart has no end: beyond 30 all count alike. */
const widestSpread = 30

function groupOf(groups: Map<number, NewestFirst<Titled>>, { rank, spread }: Fit, limit: number): NewestFirst<Titled> {
  const key = rank + Math.min(spread, widestSpread)
  let group = groups.get(key)
  if (!group) {
    group = new NewestFirst(limit)
    groups.set(key, group)
  }
  return group
}

function toFound(titled: Titled, fit: Fit | undefined): Found[] {
  return fit ? [{ titled, fit, recency: Number.POSITIVE_INFINITY }] : []
}

function bestFit({ names }: Titled, typed: Typed, fitOf: (name: string, typed: Typed) => Fit | undefined): Fit | undefined {
  let best: Fit | undefined
  for (const name of names) {
    const fit = fitOf(name, typed)
    if (fit && (!best || compareFits(fit, best) < 0)) best = fit
  }
  return best
}

function byFit(one: Found, other: Found): number {
  const ofText = compareFits(
    { rank: one.fit.rank, spread: Math.min(one.fit.spread, widestSpread) },
    { rank: other.fit.rank, spread: Math.min(other.fit.spread, widestSpread) },
  )
  if (ofText !== 0) return ofText
  if (one.recency !== other.recency) return one.recency - other.recency
  const { updatedAt, id } = one.titled
  if (updatedAt !== other.titled.updatedAt) return updatedAt > other.titled.updatedAt ? -1 : 1
  return id < other.titled.id ? -1 : 1
}

/** Undefined where the record left while others were looked at. */
function describe(view: NotebookView, { table, id }: Titled, { rank, spread }: Fit, typed: Typed): FoundTitle | undefined {
  const shared = { table, id, rank, spread }
  switch (table) {
    case 'insights': {
      const head = view.head(table, id)
      return head && { ...shared, title: head.title, detail: head.topics.join(', '), language: '' }
    }
    case 'sources': {
      const head = view.head(table, id)
      return head && { ...shared, title: head.title, detail: sourceDetail(head, typed, rank), language: head.language }
    }
    case 'reports': {
      const head = view.head(table, id)
      return head && { ...shared, title: head.title, detail: head.subtitle, language: '' }
    }
  }
}

type NamedSource = { title: string; titleTranslations: readonly { title: string }[]; citekey: string; publisher: string }

function sourceDetail({ title, titleTranslations, citekey, publisher }: NamedSource, typed: Typed, rank: number): string {
  const fits = (name: string) => (fitWords(foldText(name), typed) ?? fitLetters(foldText(name), typed))?.rank === rank
  const translated = rank === fitRanks.beginning && typed.text === '' ? undefined : titleTranslations.find((each) => fits(each.title))
  if (translated && !fits(title)) return translated.title
  return [citekey, publisher].filter((part) => part !== '').join(' · ')
}
