// A figure in one short line, as the case tables write it: "USD 5.83e9", "≥30% ~", "FY2025Q3", "0.58..0.6 ?currency".

import type { Figure } from '../../../src/core/figures/figure.ts'

export function sayFigure(figure: Figure): string {
  const { kind, value, low, high, unit } = figure
  if (kind === 'date') return withMarks(sayDate(figure), figure)
  const amount =
    value !== undefined ? `${value}` : low !== undefined && high !== undefined ? `${low}..${high}` : low !== undefined ? `≥${low}` : `≤${high}`
  const said =
    kind === 'money'
      ? `${figure.currency} ${amount}`
      : kind === 'percent'
        ? `${amount}%`
        : kind === 'points'
          ? `${amount}${unit}`
          : kind === 'multiple'
            ? `${amount}x`
            : kind === 'count'
              ? `${amount} ${unit}`
              : amount
  return withMarks(said, figure)
}

/** The case without its ‹marks›, and where they stood. */
export function unmark(marked: string): { text: string; spans: string[] } {
  return { text: marked.replace(/[‹›]/g, ''), spans: [...marked.matchAll(/‹([^›]*)›/g)].map(([, span]) => span as string) }
}

/** 5.83e9 and 5830000000 are written the same. */
export function withPlainNumbers(said: string): string {
  return said.replace(/\d+(?:\.\d+)?e\d+/g, (number) => `${Number(number)}`)
}

export function withoutDoubt(said: string): string {
  return said.replace(/ \?\w+$/, '')
}

function sayDate({ from, to, fiscal }: Figure): string {
  if (fiscal) return `FY${fiscal.year}${fiscal.quarter ? `Q${fiscal.quarter}` : ''}`
  return from === undefined ? 'date' : from === to ? from : `${from}..${to}`
}

function withMarks(said: string, { per, approx, doubt }: Figure): string {
  return `${said}${per ? ` /${per}` : ''}${approx ? ' ~' : ''}${doubt ? ` ?${doubt}` : ''}`
}
