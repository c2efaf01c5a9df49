// Each figure of a sentence against the passage that it cites, in three languages.

import { expect, test } from 'vitest'
import { proseBlocks } from '../../../src/core/audit/prose-blocks.ts'
import { checkFigures } from '../../../src/core/prose-figures/check-figures.ts'
import type { CheckedFigure } from '../../../src/core/prose-figures/checked-figure.ts'
import type { CitedPassage } from '../../../src/core/prose-figures/cited-passage.ts'
import { statedFigures } from '../../../src/core/prose-figures/stated-figure.ts'
import { chinese, english, japanese, mixed } from './figure-cases.ts'

const noFacts = () => []

function passage(text: string, citekey = 'a'): CitedPassage {
  const place = { part: 'passage' as const, item: { citekey }, source: `source:${citekey}` as const }
  return { inside: statedFigures(text).map((figure) => ({ ...figure, place })), beside: [], facts: noFacts }
}

function check(markdown: string, texts: Record<string, string>): CheckedFigure[] {
  const passages = new Map(Object.entries(texts).map(([citekey, text]) => [citekey, passage(text, citekey)]))
  const passageOf = ({ citekey }: { citekey: string }) => passages.get(citekey)
  return proseBlocks(markdown).flatMap((block) => checkFigures(block, { passageOf, passagesOfNote: () => [...passages.values()] }))
}

const said = ({ written, verdict }: CheckedFigure) =>
  `${written} → ${verdict.kind}${verdict.kind === 'contradicts' ? ` ${verdict.clash.relation}` : ''}`

test.each([...english, ...chinese, ...japanese, ...mixed])('%s | %s', (text, sentence, ...verdicts) => {
  const cited = sentence.replace(/[.。]$/, (stop) => ` [@a]${stop}`)
  expect(check(cited, { a: text }).map(said)).toEqual(verdicts)
})

test('a sentence without a citation is not compared; a citation behind the full stop is for the sentence before it', () => {
  const markdown = 'The loans are $7 billion. It sold for $5.83 billion. [@a] The rest, $3 billion, is cash.'
  expect(check(markdown, { a: 'It sold for $5.83 billion.' }).map(said)).toEqual(['$5.83 billion → agrees'])
})

test('of several citations any may have the figure', () => {
  const texts = { a: 'It put in $30 billion.', b: 'It pledged $22.5 billion.' }
  expect(check('It pledged $22.5 billion of $30 billion [@a] [@b].', texts).map(said)).toEqual(['$22.5 billion → agrees', '$30 billion → agrees'])
  expect(check('It pledged $22.5 billion of $30 billion [@a; @b].', texts).map(said)).toEqual(['$22.5 billion → agrees', '$30 billion → agrees'])
})

test('what another sentence cites is elsewhere, not missing', () => {
  const texts = { a: 'It put in $30 billion.', b: 'The sale brought $5.83 billion.' }
  const checked = check('It put in $30 billion [@a]. The sale brought $5.83 billion, and not the whole $30 billion [@b].', texts)
  expect(checked.map(said)).toEqual(['$30 billion → agrees', '$5.83 billion → agrees', '$30 billion → elsewhere'])
  expect(checked.filter(({ isTold }) => isTold)).toEqual([])
})

test('what the note cites elsewhere explains a figure of two digits, not one that any pair would give', () => {
  const texts = { a: 'It put in $30 billion and sold for $7 billion.', b: 'It pledged $22.5 billion.', c: 'Bonds were issued for $4 billion.' }
  const before = 'It put in $30 billion [@a] and pledged $22.5 billion [@b]. '
  expect(check(`${before}The rest is $7.5 billion [@c].`, texts).map(said).at(-1)).toBe('$7.5 billion → computed')
  expect(check(`${before}The bonds bring $3 billion [@b].`, texts).map(said).at(-1)).toBe('$3 billion → absent')
})

test('a row of a table is compared with what one of its cells cites; the words of a link are not the note’s', () => {
  const markdown = '| what | how much |\n| --- | --- |\n| sale [@a] | $5.9 billion |\n\nSee [[The $7 billion exit]] and the sale [@a].'
  expect(check(markdown, { a: 'The sale brought $5.83 billion.' }).map(said)).toEqual(['$5.9 billion → contradicts near'])
})

test('nobody is told of a figure in a supposition, beside a link, in a quotation, or where a citation leads nowhere', () => {
  const texts = { a: 'The stake was sold.' }
  const told = (markdown: string) => check(markdown, texts).filter(({ isTold }) => isTold).length
  expect(told('The sale brought $8 billion [@a].')).toBe(1)
  expect(told('If the sale brought $8 billion, all is well [@a].')).toBe(0)
  expect(told('The sale brought $8 billion [@a], as [[Other note]] says.')).toBe(0)
  expect(told('> The sale brought $8 billion. [@a]')).toBe(0)
  expect(told('The sale brought $8 billion [@a] [@gone].')).toBe(0)
})

test('years and small numbers are compared, and never missed', () => {
  expect(check('In 2016 it had 3 plants and 12 offices [@a].', { a: 'In 2017 it had 3 plants.' }).filter(({ isTold }) => isTold)).toEqual([])
  expect(check('In 2017 it had 3 plants [@a].', { a: 'In 2017 it had 3 plants.' }).map(said)).toEqual(['2017 → agrees', '3 plants → agrees'])
})

test('among many figures one that is merely near is meant only where the words around it are the same', () => {
  const table = 'Japan 41 %, France 43 %, Spain 45 %, Italy 47 %, Poland 49 %, the share of renewables in Greece 52 %.'
  expect(check('The share of renewables in Greece is 51 % [@a].', { a: table }).map(said)).toEqual(['51 % → contradicts near'])
  expect(check('Costs fell by 44.5 % [@a].', { a: table }).map(said)).toEqual(['44.5 % → absent'])
})
