// `footing figures`: every figure of a text with its place, its value and its doubt.

import type { Figure, FindOptions } from '../../core/figures/figure.ts'
import { findFigures } from '../../core/figures/find-figures.ts'
import { exitCodes } from '../exit-codes.ts'
import { LineWriter, tell, toOneLine } from '../output.ts'
import { readText } from '../read-text.ts'

/** 0 also when nothing was found: that is an answer. */
export async function figures(
  file: string | undefined,
  { json = false, language }: { json?: boolean; language?: FindOptions['language'] },
): Promise<number> {
  const text = await readText(file ?? '-')
  const found = findFigures(text, { language })
  const lines = new LineWriter()
  for (const figure of found) await lines.writeLine(json ? JSON.stringify(figure) : sayLine(figure))
  await lines.flush()
  if (found.length === 0) tell('no figure was found')
  return exitCodes.done
}

function sayLine(figure: Figure): string {
  const { start, end, text, kind, currency, unit, per, approx, precision, doubt } = figure
  const words = [
    approx ? 'about' : undefined,
    kind === 'date' ? sayDate(figure) : sayAmount(figure),
    kind === 'money' ? (currency ?? 'of an unknown currency') : unit,
    kind === 'percent' ? '%' : kind === 'multiple' ? 'times' : undefined,
    per && `per ${per}`,
    precision !== undefined && kind !== 'date' ? `± ${precision}` : undefined,
    doubt && `(doubtful: ${doubt})`,
  ]
  return `${start}–${end}  ${kind}  ${toOneLine(text)}  =  ${words.filter(Boolean).join(' ')}`
}

function sayAmount({ value, low, high }: Figure): string {
  if (value !== undefined) return String(value)
  if (low !== undefined && high !== undefined) return `${low} to ${high}`
  return low !== undefined ? `${low} or more` : `${high} or less`
}

function sayDate({ from, to, fiscal, parts }: Figure): string {
  if (fiscal) return `fiscal year ${fiscal.year}${fiscal.quarter ? `, quarter ${fiscal.quarter}` : ''}`
  if (from !== undefined) return from === to ? from : `${from} to ${to}`
  return Object.entries(parts ?? {})
    .map(([part, number]) => `${part} ${number}`)
    .join(', ')
}
