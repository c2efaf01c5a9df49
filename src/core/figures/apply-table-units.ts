// Gives the numbers of a table the unit that its caption, its head or their row says. All stay doubtful: a row may be a ratio or a count.

import { shift } from './decimal.ts'
import type { ScannedFigure } from './figure.ts'
import { readUnitCaption, type TableUnit } from './read-unit-caption.ts'
import type { CurrencySetting } from './settle-currency.ts'

const mayHaveTable = /[|\t]| {2}|单位|[Ii]n (?:thousand|million|billion)|\((?:[^()\n]{0,40})(?:illion|housand|万|亿|円|元|'000|[$€£¥]m)/
const row = /[|\t]|\S {2,}\S/
// "Net sales 94,930 89,498", as a table comes out of a PDF.
const spacedRow = /^[^\d\n]{2,60}(?: [-($¥€£△▲]{0,3}\d[\d,.]*[)%]?){2,8}$/
const captionLine = /^[^\n]{0,50}(?:\b[Ii]n (?:[A-Za-z$.' ]{1,16} )?(?:thousands|millions|billions)\b|单位|\b(?:Unit|Currency)s?:)/
const bracket = /\(([^()\n]{1,90})\)/g
const perShare = /per[- ](?:\w+ )?(?:share|ADS)|EPS|1株|每股/i
const exempt = /ratio|margin|growth|rate\b|yield|%|率|比重|占比|headcount|employees|number of|shares|人数|股数|株式数|員数|家数/i
const separator = /^[|\s:-]+$/
const bareAmount = /^[-(+△▲]{0,2}(?:[$¥€£] ?)?[-(]?[\d.,]+\)?$/

/** Line by line: what is said above a table holds until prose follows it. Costs time linear in the text's length. */
export function applyTableUnits(figures: ScannedFigure[], text: string, setting: CurrencySetting): void {
  if (figures.length === 0 || !mayHaveTable.test(text)) return
  let caption: TableUnit | undefined
  let hasBegun = false
  let columns: (TableUnit | undefined)[] = []
  let wasRow = false
  let index = 0
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const line = text.slice(start, Math.min(end, start + 2000))
    const isRow = row.test(line) || (caption !== undefined && spacedRow.test(line))
    if (isRow && !wasRow) columns = []
    const firstOfLine = indexFrom(figures, index, start)
    const cells = row.test(line) ? cellsOf(line) : []
    const isHead = cells.length > 0 && !hasNumber(figures, firstOfLine, end)
    if (isHead && !separator.test(line) && /[|\t]/.test(line)) {
      columns = cells.map(({ from, to }, column) => unitIn(line.slice(from, to).trim(), setting, true) ?? columns[column])
    }
    const said = isRow && !isHead ? undefined : captionOf(line, setting)
    if (said && cells.length <= 2) {
      caption = said
      hasBegun = false
    } else if (!isRow && hasBegun && line.trim().length > 60) caption = undefined
    if (said && !isRow) index = applyInline(figures, firstOfLine, start, line, said, text, setting)
    if (isRow && (caption || columns.length > 0)) {
      const label = cells[0] ? line.slice(cells[0].from, cells[0].to) : line
      const ofRow = unitIn(label, setting, false)
      // Forwards with the figures: looking from the first cell for each would cost the square of a long line.
      let next = 0
      for (index = firstOfLine; index < figures.length && (figures[index] as ScannedFigure).start < end; index += 1) {
        const figure = figures[index] as ScannedFigure
        while (next < cells.length && figure.end - start > (cells[next] as { to: number }).to) next += 1
        const column = next < cells.length ? next : -1
        const unit = ofRow ?? columns[column] ?? columns[0] ?? caption
        // A number at the head of a row is its name, unless there is no other.
        const isName = column === 0 && indexFrom(figures, index + 1, end) > index + 1
        if (unit && !isName) hasBegun = apply(figure, unit, text, label, (columns[column] ?? ofRow) !== undefined) || hasBegun
      }
    }
    index = indexFrom(figures, index, end)
    wasRow = isRow
    start = end + 1
  }
}

const afterCaption = /\)[ :=-]{0,4}(?:was |were |is |are |of )?[ $¥€£-]{0,2}$/

// "… $1,204 and $1,100": the second is in millions too.
const goesOn = /^(?:,? (?:and|versus|vs\.?|against|compared (?:with|to)) |, )[$¥€£ ]{0,2}$/

// "(In thousands, except per share data) Total revenues $25,182 $23,004": a table whose line ends were lost.
const leadingCaption =
  /^\s*(?:\(([^()\n]{1,90})\)|((?:[^\d\n(:]{0,40}[ ,])?[Ii]n [^\d\n:]{3,60}):|(单位: ?[^\s\d]{1,10})(?=\s))(?! ?[$¥€£]?[\d.,]+ ?[.;]?$)/
const sentence = /[.!?。！？](?:\s|$)/

/** The unit of all amounts that a line goes on with, and where what says so ends. */
function leadingUnit(line: string, setting: CurrencySetting): { unit: TableUnit; end: number } | undefined {
  const match = leadingCaption.exec(line)
  if (!match || sentence.test(line.slice(match[0].length))) return undefined
  const unit = readUnitCaption((match[1] ?? match[2] ?? match[3]) as string, setting)
  return unit && { unit, end: match[0].length }
}

/** "Revenue (in millions): $1,204", outside of any table. */
function applyInline(
  figures: ScannedFigure[],
  from: number,
  start: number,
  line: string,
  unit: TableUnit,
  text: string,
  setting: CurrencySetting,
): number {
  let index = from
  let last = -1
  const led = leadingUnit(line, setting)?.end
  let labelFrom = start + (led ?? 0)
  let words = ''
  for (; index < figures.length && (figures[index] as ScannedFigure).end <= start + line.length; index += 1) {
    const figure = figures[index] as ScannedFigure
    if (led !== undefined && figure.start >= start + led) {
      withoutNextLabel(figure, text)
      const label = text.slice(labelFrom, figure.start)
      // Of "Net income per share 1.20 1.05" the second has no words of its own.
      if (/[A-Za-z\u3040-\u9fff]/.test(label)) words = label
      apply(figure, unit, text, words, false, true)
      labelFrom = figure.end
      continue
    }
    const isNext = last !== -1 && goesOn.test(text.slice(last, figure.start))
    if (!isNext && !afterCaption.test(line.slice(0, figure.start - start).slice(-16))) continue
    apply(figure, unit, text, '', true, true)
    last = figure.end
  }
  return index
}

/** "988 Earnings per share 1.20": a capital begins the label of the next amount, and is no noun of this one. */
function withoutNextLabel(figure: ScannedFigure, text: string): void {
  const [, amount] = /^([\d,.]+) [A-Z]/.exec(text.slice(figure.start, figure.end)) ?? []
  if (figure.kind !== 'count' || amount === undefined) return
  figure.kind = 'number'
  figure.end = figure.start + amount.length
  delete figure.unit
  delete figure.per
}

function apply(figure: ScannedFigure, unit: TableUnit, text: string, label: string, isNear: boolean, isInline = false): boolean {
  if (figure.value === undefined || (figure.kind !== 'number' && figure.kind !== 'money')) return false
  if (!bareAmount.test(text.slice(figure.start, figure.end)) || !(isInline || isCell(text, figure))) return false
  if (!isNear && exempt.test(label) && !perShare.test(label)) return true
  if (figure.kind === 'money' && unit.kind !== 'money') return true
  const isPerShare = unit.kind === 'money' && perShare.test(label)
  const places = isPerShare ? 0 : unit.places
  if (unit.kind === 'money')
    figure.currency = figure.kind === 'money' && figure.doubt !== 'currency' ? (figure.currency ?? null) : (unit.currency ?? figure.currency ?? null)
  if (unit.unit !== undefined) figure.unit = unit.unit
  if (isPerShare) figure.per = 'share'
  figure.kind = unit.kind
  figure.value = shift(figure.value, places)
  if (figure.precision !== undefined) figure.precision = shift(figure.precision, places)
  figure.doubt = 'unit'
  return true
}

/** In brackets somewhere in the line, or the line itself. */
function captionOf(line: string, setting: CurrencySetting): TableUnit | undefined {
  if (line.length > 200) return undefined
  const found = unitIn(line, setting, false)
  if (found && found.kind === 'money') return found
  const leading = leadingUnit(line, setting)
  if (leading) return leading.unit
  const match = captionLine.exec(line)
  if (!match || /[.。]$/.test(line.trim())) return undefined
  return readUnitCaption(line.slice(0, 90).replaceAll('|', '').trim(), setting)
}

function unitIn(said: string, setting: CurrencySetting, mayBeWhole: boolean): TableUnit | undefined {
  for (const [, inside] of said.matchAll(bracket)) {
    const unit = readUnitCaption(inside as string, setting)
    if (unit) return unit
  }
  // "Revenue, $m", "销售额/亿元" and a head that is nothing but its unit.
  if (!mayBeWhole) return undefined
  const last = /[,/:] ?([^,/:]{1,16})$/.exec(said)?.[1]
  return (last ? readUnitCaption(last, setting) : undefined) ?? (said.length <= 14 ? readUnitCaption(said, setting) : undefined)
}

function cellsOf(line: string): { from: number; to: number }[] {
  const cells: { from: number; to: number }[] = []
  const gap = line.includes('|') ? /\|/g : line.includes('\t') ? /\t/g : / {2,}/g
  let from = line.startsWith('|') ? 1 : 0
  gap.lastIndex = from
  for (let match = gap.exec(line); match; match = gap.exec(line)) {
    cells.push({ from, to: match.index })
    from = match.index + match[0].length
  }
  cells.push({ from, to: line.length })
  return cells
}

function hasNumber(figures: ScannedFigure[], index: number, end: number): boolean {
  for (let at = index; at < figures.length && (figures[at] as ScannedFigure).start < end; at += 1) {
    if ((figures[at] as ScannedFigure).kind !== 'date') return true
  }
  return false
}

function indexFrom(figures: ScannedFigure[], index: number, start: number): number {
  let at = index
  while (at < figures.length && (figures[at] as ScannedFigure).start < start) at += 1
  return at
}

/** Alone in its cell: a bar, a tab, a space, or a line's end on both sides. */
function isCell(text: string, { start, end }: ScannedFigure): boolean {
  return /(?:[|\t\n ]|^)[ $¥€£]{0,3}$/.test(text.slice(Math.max(0, start - 5), start)) && /^ ?(?:[|\t\n ]|$)/.test(text.slice(end, end + 3))
}
