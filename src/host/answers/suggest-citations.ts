// Answers `suggest.citations`: highlights to cite, for what was typed after `[@`.

import type { CitationSuggestion, QuestionAnswers } from '../../core/contract/questions.ts'
import { foldText } from '../../core/finding/fold-text.ts'
import { byText } from '../../core/queries/define-query.ts'
import type { Highlight } from '../../core/records/highlight.ts'
import type { Source } from '../../core/records/source.ts'
import type { NotebookHost } from '../session/notebook-host.ts'
import { Breather } from '../storage/breather.ts'

/** Behind every rank of a citekey that was typed. */
const rankOfWords = 9

type Ranked = { rank: number; highlight: Highlight; source: Source }

/**
 * `key#h1` narrows to the highlights of the sources whose citekey begins so and whose number begins so; anything else is words that must all
 * stand in the citekey, the titles, the quote or the comment. Citekeys that begin with what was typed come first, then the newest highlights.
 */
export async function suggestCitations(
  { view }: Pick<NotebookHost, 'view'>,
  { text, limit }: { text: string; limit: number },
): Promise<QuestionAnswers['suggest.citations']> {
  const breather = new Breather()
  const rank = makeRanking(text)
  const found: Ranked[] = []
  const keys = new Map<Source, string>()
  for (const highlight of view.heads('highlights')) {
    if (breather.isDue) await breather.pause()
    const source = highlight.removedAt === undefined ? view.head('sources', highlight.source) : undefined
    if (!source || source.removedAt !== undefined) continue
    let words = keys.get(source)
    if (words === undefined) {
      words = foldText([source.citekey, source.title, ...source.titleTranslations.map(({ title }) => title)].join(' '))
      keys.set(source, words)
    }
    const ranked = rank(highlight, source, words)
    if (ranked !== undefined) found.push({ rank: ranked, highlight, source })
  }
  found.sort(byRank)
  return found.slice(0, limit).map(toSuggestion)
}

function makeRanking(text: string): (highlight: Highlight, source: Source, words: string) => number | undefined {
  const typed = foldText(text).trim()
  const exact = /^([^\s#]*)#(?:h(\d*))?$/.exec(typed)
  if (exact) {
    const [, key = '', number = ''] = exact
    return ({ number: held }, { citekey }) => {
      if (!foldText(citekey).startsWith(key) || !String(held).startsWith(number)) return undefined
      return (foldText(citekey) === key ? 0 : 2) + (String(held) === number ? 0 : 1)
    }
  }
  const words = typed.split(/\s+/)
  return ({ passage, comment, number }, { citekey }, sourceWords) => {
    if (typed !== '' && foldText(citekey).startsWith(typed)) return 0
    const own = `${sourceWords} h${number} ${foldText(passage.exact)} ${foldText(comment)}`
    return words.every((word) => own.includes(word)) ? rankOfWords : undefined
  }
}

function byRank(one: Ranked, other: Ranked): number {
  const inPlace = () => byText(one.source.citekey, other.source.citekey) || one.highlight.number - other.highlight.number
  if (one.rank !== other.rank) return one.rank - other.rank
  // Where a citekey was typed, in the order of the numbers; for words and nothing, the newest first.
  return one.rank < rankOfWords ? inPlace() : byText(other.highlight.updatedAt, one.highlight.updatedAt) || inPlace()
}

function toSuggestion({ highlight, source }: Ranked): CitationSuggestion {
  return {
    citekey: source.citekey,
    highlight: { id: highlight.id, number: highlight.number, quote: highlight.passage.exact, colour: highlight.colour },
    source: source.id,
    sourceTitle: source.title,
  }
}
