// Gives the numbers of a table the unit that its caption says: "(in millions of yen)", 单位：万元, （単位：百万円）.

import { shift } from './decimal.ts'
import type { ScannedFigure } from './figure.ts'
import { matchAt, oneOf, patternAt } from './match-at.ts'
import { readCurrencyLead, readCurrencyTail } from './read-currency.ts'
import { type CurrencySetting, settleCurrency } from './settle-currency.ts'

const scales: Record<string, number> = {
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
  '': 0,
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  兆: 12,
}
const captions = new RegExp(
  `(?:[(,]|^)(?:[^(),\\n|]{0,36}?[ (])??(?:([$¥€£]|[A-Z]{2,3}\\$?) )?\\b[Ii]n (?:([^()\\n ]{1,4}) ?)?(thousand|million|billion|trillion)s?\\b|单位[:： ]{0,2}(?:人民币)?(${oneOf(Object.keys(scales).filter((word) => word > '~'))})?(?=[^\\n]{0,3}(?:元|円|ドル))|\\((十|百|千|百万|十亿|千万|万|亿)(?=円\\)|元\\)|美元\\))`,
  'gm',
)
const ofWord = patternAt(' of ')

/** Only for bare numbers in rows (cells, tabs, wide gaps) between a caption and the next; all stay doubtful, since a row may be a ratio or a count. */
export function applyTableUnits(figures: ScannedFigure[], text: string, original: string, setting: CurrencySetting): void {
  let index = 0
  const found = [...text.matchAll(captions)]
  for (const [number, caption] of found.entries()) {
    const unit = readCaption(text, caption, original, setting)
    if (!unit) continue
    const start = caption.index + caption[0].length
    const stop = found[number + 1]?.index ?? text.length
    while (index < figures.length && (figures[index] as ScannedFigure).start < start) index += 1
    for (; index < figures.length && (figures[index] as ScannedFigure).start < stop; index += 1) {
      const figure = figures[index] as ScannedFigure
      if (figure.kind !== 'number' || figure.value === undefined || !isCell(text, figure)) continue
      figure.kind = 'money'
      figure.value = shift(figure.value, unit.places)
      if (figure.precision !== undefined) figure.precision = shift(figure.precision, unit.places)
      figure.currency = unit.currency
      figure.doubt = 'unit'
    }
  }
}

function readCaption(text: string, match: RegExpMatchArray & { index: number }, original: string, setting: CurrencySetting) {
  const end = match.index + match[0].length
  const places = scales[match[3] ?? match[4] ?? match[5] ?? '']
  if (places === undefined) return undefined
  const lead = match[1] ?? match[2]
  const sign = lead ? readCurrencyLead(`${lead}1`, 0) : undefined
  const of = matchAt(ofWord, text, end)
  const said = sign ?? readCurrencyTail(text, of ? end + 3 : end)
  if (!said && match[3] && !text.slice(match.index, match.index + 2).startsWith('(')) return undefined
  const settled = said && settleCurrency(said.sign, said.code, original.slice(match.index, end + 4), setting)
  return { places, currency: settled?.code ?? null }
}

/** Alone in its cell: a bar, a tab, two spaces or a line's end on both sides. */
function isCell(text: string, { start, end }: ScannedFigure): boolean {
  return /(?:[|\t\n]| {2}|^)[ $¥€£]{0,3}$/.test(text.slice(Math.max(0, start - 5), start)) && /^ ?(?:[|\t\n]| |$)/.test(text.slice(end, end + 3))
}
