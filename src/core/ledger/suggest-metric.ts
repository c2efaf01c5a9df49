// What a figure probably measures, from the entity named near it, the words around it, and the figures that were kept before.

import { compare } from '../figures/decimal.ts'
import type { FigureAmount, FigureBasis } from '../records/figure.ts'
import type { RecordId } from '../records/record-id.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { saidBy } from './amount-of.ts'
import { compareFigures } from './compare-figures.ts'
import { nameOfEntity } from './entity-names.ts'
import { absolute, divide } from './exact.ts'
import type { FigureSuggestion } from './ledger-answers.ts'
import { comparedFigure, liveFiguresOf } from './live-figures.ts'
import { meaningOf } from './meaning-of.ts'

type Reader = Pick<NotebookView, 'head' | 'heads' | 'by'>

const maxSuggested = 8
const leastScore = 0.2
/** A metric with many figures is known by the first of them. */
const maxSampled = 12

const targets = /\b(?:target|targets|targeting|aims?|aiming|goal|plans?|planned|pledged|up to)\b|目标|目標|计划|計劃|計画|拟|擬|承诺|承諾/i
const estimates =
  /\b(?:expect(?:s|ed)?|forecasts?|estimate[sd]?|projected|projection|guidance|outlook|consensus|likely|could|may reach|would)\b|预计|預計|预期|預期|预测|預測|估计|估計|見込|見通し|予想|予測/i

/** Whether the words around speak of what is, what is expected, or what is aimed at. */
export function basisIn(sentence: string): FigureBasis {
  if (estimates.test(sentence)) return 'estimate'
  return targets.test(sentence) ? 'target' : 'actual'
}

/** The entity whose name stands nearest before `at`, or else nearest after it, in `words`. */
export function entityNear(notebook: Reader, words: string, at: number): RecordId<'entity'> | undefined {
  const folded = words.normalize('NFKC').length === words.length ? words.normalize('NFKC').toLowerCase() : words.toLowerCase()
  let best: { id: RecordId<'entity'>; distance: number; length: number } | undefined
  for (const { id, names, removedAt } of notebook.heads('entities')) {
    if (removedAt !== undefined) continue
    for (const { name } of names) {
      const wanted = name.toLowerCase()
      if (wanted.length < 2) continue
      for (let found = folded.indexOf(wanted); found >= 0; found = folded.indexOf(wanted, found + 1)) {
        // What is said of a name comes after it; a name that follows is further away than it looks.
        const distance = found <= at ? at - found - wanted.length : (found - at) * 2 + 20
        if (!best || distance < best.distance || (distance === best.distance && wanted.length > best.length))
          best = { id, distance, length: wanted.length }
      }
    }
  }
  return best?.id
}

/** Best first. `sentence` holds the figure, `entity` is whom it speaks of. */
export function suggestMetrics(
  notebook: Reader,
  amount: FigureAmount,
  sentence: string,
  entity: RecordId<'entity'> | undefined,
): FigureSuggestion['metrics'] {
  const names = namesIn(notebook, sentence)
  const words = wordsOf(without(names, sentence))
  const suggestions: FigureSuggestion['metrics'] = []
  for (const metric of notebook.heads('metrics')) {
    if (metric.removedAt !== undefined || !isOfKind(metric.kind, amount.kind)) continue
    const figures = liveFiguresOf(notebook, metric.id).slice(0, maxSampled)
    const named = sharedWords(wordsOf(metric.name), words)
    const around = wordsOf(without(names, figures.map(({ passage }) => `${passage.prefix} ${passage.suffix}`).join(' ')))
    const beside = sharedWords(around, words)
    const nameWords = wordsOf(metric.name).size
    const byName = nameWords === 0 ? 0 : named.length / nameWords
    const bySurroundings = Math.min(1, beside.length / 6)
    const byEntity = metric.entity === undefined ? 0 : metric.entity === entity ? 1 : names.has(metric.entity) ? 0.6 : 0
    const isElsewhere = metric.entity !== undefined && byEntity === 0
    const isSame = figures.some((figure) => isSameValue(notebook, amount, figure))
    const byValue = (isSame ? 1 : figures.some((figure) => isOfSize(amount, saidBy(figure))) ? 0.3 : 0) * (isElsewhere ? 0.5 : 1)
    // One sign alone names nothing: a share is no other share because both are of one company.
    const score = 0.35 * byName + 0.2 * bySurroundings + 0.2 * byEntity + 0.25 * byValue
    if (score < leastScore) continue
    suggestions.push({
      id: metric.id,
      name: metric.name,
      entityName: metric.entity ? nameOfEntity(notebook, metric.entity) : '',
      score: Math.round(score * 1000) / 1000,
      shared: [...new Set([...named, ...beside])].slice(0, 5),
    })
  }
  return suggestions.sort((one, other) => other.score - one.score || (one.name < other.name ? -1 : 1)).slice(0, maxSuggested)
}

function isOfKind(metric: FigureAmount['kind'], figure: FigureAmount['kind']): boolean {
  return metric === figure || (figure === 'number' && metric !== 'date')
}

function isSameValue(notebook: Reader, amount: FigureAmount, figure: Parameters<typeof comparedFigure>[1]): boolean {
  const other = comparedFigure(notebook, figure)
  const { class: found } = compareFigures({ ...other, amount, asOf: undefined }, { ...other, asOf: undefined })
  // What a bound leaves open is no likeness.
  return found === 'equal' || found === 'within-written'
}

/** Within a factor of three. */
function isOfSize(one: FigureAmount, other: FigureAmount): boolean {
  const [first, second] = [meaningOf(one), meaningOf(other)]
  const ratio = first && second && divide(absolute(first.nominal), absolute(second.nominal))
  return ratio !== undefined && compare(ratio, { mantissa: 3n, exponent: 0 }) <= 0 && compare(ratio, { mantissa: 33n, exponent: -2 }) >= 0
}

/** Which entities a sentence names, and by which names. */
function namesIn(notebook: Reader, sentence: string): Map<RecordId<'entity'>, string[]> {
  const folded = sentence.toLowerCase()
  const found = new Map<RecordId<'entity'>, string[]>()
  for (const { id, names, removedAt } of notebook.heads('entities')) {
    const said = removedAt === undefined ? names.map(({ name }) => name.toLowerCase()).filter((name) => name.length > 1 && folded.includes(name)) : []
    if (said.length > 0) found.set(id, said)
  }
  return found
}

/** Whom a sentence is about is weighed by itself. */
function without(names: ReadonlyMap<RecordId<'entity'>, readonly string[]>, text: string): string {
  let rest = text.toLowerCase()
  for (const said of names.values()) for (const name of said) rest = rest.replaceAll(name, ' ')
  return rest
}

const common = new Set(
  'the and for with that this was were from has have had its his her their than more less over under about into onto been will would could which when where what also after before while million billion trillion thousand percent dollars dollar yen yuan euros'.split(
    ' ',
  ),
)

const units = /[十百千万萬亿億兆]*(?:美元|欧元|歐元|日元|港元|人民币|人民元|元|円|ドル|ユーロ|ポンド)|[百千万萬亿億兆]+/g

/** Words of three letters and more; of Chinese and Japanese every two characters that stand together. */
function wordsOf(text: string): Set<string> {
  const words = new Set<string>()
  for (const [run] of text
    .normalize('NFKC')
    .toLowerCase()
    .replace(units, ' ')
    .matchAll(/[\p{Script=Latin}]{3,}|[\p{Script=Han}\p{Script=Katakana}ー]{2,}/gu)) {
    if (/^\p{Script=Latin}/u.test(run)) {
      if (!common.has(run)) words.add(run.length > 4 ? run.replace(/(?:ies|es|s)$/, '') : run)
    } else for (let at = 0; at + 2 <= run.length; at += 1) words.add(run.slice(at, at + 2))
  }
  return words
}

function sharedWords(some: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...some].filter((word) => others.has(word))
}

/** Words that stand before a figure and may name what it is: of "Net sales rose to ¥620bn" it is "Net sales". */
export function nameBefore(words: string): string {
  const clause = words.split(/[.;:!?。；：！？\n]/).at(-1) ?? ''
  const part = clause.split(/[,，、]/).findLast((piece) => /\p{L}{2}/u.test(piece)) ?? ''
  const trimmed = part.trim().replace(/^(?:and|but|the|its|their|which|it|在|其中|なお)\s*/i, '')
  return trimmed.length > 40
    ? `${[...trimmed]
        .slice(-40)
        .join('')
        .replace(/^\S*\s/, '')}`
    : trimmed
}
