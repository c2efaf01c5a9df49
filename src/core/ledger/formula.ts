// Formulas over metrics: `{metric:sale} / {metric:pledge} * 100`. Numbers, metrics in braces, + - * / and parentheses; nothing else, so nothing can run.

import type { Decimal } from '../figures/decimal.ts'
import type { RecordId } from '../records/record-id.ts'
import { readDecimal } from './exact.ts'

export type Operator = '+' | '-' | '*' | '/'
export type Formula =
  | { type: 'number'; value: Decimal }
  | { type: 'metric'; metric: RecordId<'metric'> }
  | { type: 'minus'; of: Formula }
  | { type: 'operation'; operator: Operator; left: Formula; right: Formula }

export type ParsedFormula = { ok: true; formula: Formula } | { ok: false; problem: string; at: number }

type Token = { type: 'number' | 'metric' | 'sign'; text: string; at: number }

const token = /\s*(?:(\d+(?:\.\d+)?)|\{(metric:[^{}\s]+)\}|([-+*/()×÷−]))/y
const signs: Record<string, string> = { '×': '*', '÷': '/', '−': '-' }
/** Parentheses and minus signs in one another; people write three. */
const maxDepth = 50

class Failure extends Error {
  readonly at: number
  constructor(problem: string, at: number) {
    super(problem)
    this.at = at
  }
}

/** `at` is where in the formula (UTF-16) it cannot be read any further. */
export function parseFormula(text: string): ParsedFormula {
  try {
    const reader = new FormulaReader(tokensOf(text), text.length)
    return { ok: true, formula: reader.whole() }
  } catch (error) {
    if (error instanceof Failure) return { ok: false, problem: error.message, at: error.at }
    throw error
  }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const end = text.trimEnd().length
  token.lastIndex = 0
  while (token.lastIndex < end) {
    const from = token.lastIndex
    const match = token.exec(text)
    if (!match) throw new Failure(`“${text.slice(from).trim().slice(0, 20)}” is neither a number, a {metric:…} nor one of + - * / ( )`, from)
    const [whole, number, metric, sign] = match
    const words = number ?? metric ?? (sign as string)
    const at = from + whole.length - words.length
    if (number !== undefined) tokens.push({ type: 'number', text: number, at })
    else if (metric !== undefined) tokens.push({ type: 'metric', text: metric, at })
    else tokens.push({ type: 'sign', text: signs[words] ?? words, at })
  }
  return tokens
}

/** Recursive descent: a sum of products of single terms. */
class FormulaReader {
  readonly #tokens: readonly Token[]
  readonly #end: number
  #next = 0
  #depth = 0

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens
    this.#end = end
  }

  whole(): Formula {
    const formula = this.#sum()
    const rest = this.#tokens[this.#next]
    if (rest) throw new Failure(`“${rest.text}” does not belong there`, rest.at)
    return formula
  }

  #sum(): Formula {
    return this.#chain(['+', '-'], () => this.#product())
  }

  #product(): Formula {
    return this.#chain(['*', '/'], () => this.#term())
  }

  #chain(operators: readonly Operator[], read: () => Formula): Formula {
    let left = read()
    for (let operator = this.#takeSign(operators); operator; operator = this.#takeSign(operators)) {
      left = { type: 'operation', operator, left, right: read() }
    }
    return left
  }

  #term(): Formula {
    const next = this.#tokens[this.#next]
    if (!next) throw new Failure('the formula ends too early', this.#end)
    this.#next += 1
    if (next.type === 'number') return { type: 'number', value: readDecimal(next.text) as Decimal }
    if (next.type === 'metric') return { type: 'metric', metric: next.text as RecordId<'metric'> }
    if (next.text !== '(' && next.text !== '-') throw new Failure(`“${next.text}” does not belong there`, next.at)
    this.#depth += 1
    if (this.#depth > maxDepth) throw new Failure(`a formula can be ${maxDepth} parentheses deep`, next.at)
    const inner = next.text === '-' ? this.#term() : this.#sum()
    this.#depth -= 1
    if (next.text === '-') return { type: 'minus', of: inner }
    if (!this.#takeSign([')'])) throw new Failure('a parenthesis is not closed', next.at)
    return inner
  }

  #takeSign<Sign extends string>(wanted: readonly Sign[]): Sign | undefined {
    const next = this.#tokens[this.#next]
    if (next?.type !== 'sign' || !(wanted as readonly string[]).includes(next.text)) return undefined
    this.#next += 1
    return next.text as Sign
  }
}
