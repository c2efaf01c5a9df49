// Broken and hostile files: every parser answers, quickly, with nothing but what a notebook takes.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commands } from '../../../src/core/commands/commands.ts'
import { parseHypothesis } from '../../../src/core/import/annotations/parse-hypothesis.ts'
import { parseKindle } from '../../../src/core/import/annotations/parse-kindle.ts'
import { parseReadwise } from '../../../src/core/import/annotations/parse-readwise.ts'
import { parseWebAnnotations } from '../../../src/core/import/annotations/parse-web-annotations.ts'
import { parseBibtex } from '../../../src/core/import/bibliography/parse-bibtex.ts'
import { parseCsl } from '../../../src/core/import/bibliography/parse-csl.ts'
import { parseRis } from '../../../src/core/import/bibliography/parse-ris.ts'
import type { Parsed, SourceItem } from '../../../src/core/import/import-item.ts'

/** What no command refuses: else a strange file would stop an import half way. */
function expectTakeable({ items }: Parsed): void {
  for (const item of items as SourceItem[]) {
    expect(commands['source.add'].schema.safeParse({ ...item.fields, origins: item.origins, markdown: item.markdown }).error?.message).toBeUndefined()
    expect(item.markdown.isWellFormed()).toBe(true)
    const { error } = commands['highlight.import'].schema.safeParse({ source: 'source:s', highlights: item.highlights })
    expect(error?.message).toBeUndefined()
  }
}

const scraps = (...words: string[]) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...words),
        fc.string({ unit: 'binary', maxLength: 8 }),
        fc.constantFrom('\n', '\r\n', '\u0000', '\ud800', '__proto__', '软银', '"', ','),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''))
const keys = [
  '__proto__',
  'constructor',
  'id',
  'type',
  'uri',
  'rows',
  'target',
  'source',
  'selector',
  'exact',
  'prefix',
  'suffix',
  'start',
  'end',
  'body',
  'value',
  'purpose',
  'items',
  'first',
  'refinedBy',
  'text',
  'tags',
  'created',
  'document',
  'title',
  'author',
  'family',
  'given',
  'issued',
  'date-parts',
  'URL',
  'DOI',
  'language',
  'references',
]
const values = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.string(),
    fc.constantFrom('Annotation', 'TextQuoteSelector', 'TextPositionSelector', 'book', 'https://example.com/', '\ud800', '2024-13-45'),
    fc.double(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom(...keys), tie('any')), { maxLength: 6 }),
  ),
})).any
/** Pairs become objects by hand: as literals `__proto__` would be no key. */
function toJson(value: unknown): string {
  if (Array.isArray(value)) {
    const isPairs = value.length > 0 && value.every((each) => Array.isArray(each) && each.length === 2 && keys.includes(each[0] as string))
    return isPairs ? `{${value.map(([key, each]) => `${JSON.stringify(key)}:${toJson(each)}`).join(',')}}` : `[${value.map(toJson).join(',')}]`
  }
  return JSON.stringify(value) ?? 'null'
}

const cases: [string, (text: string) => Parsed, fc.Arbitrary<string>][] = [
  [
    'Kindle',
    parseKindle,
    scraps(
      '==========\n',
      'Book (Author)\n',
      '- Your Highlight on Location 5-9 | Added on Monday\n\n',
      '- Your Note on Location 7 | x\n\n',
      '- 您在位置 #1-2的标注 | 添加于\n\n',
      '(((',
      '）',
    ),
  ],
  ['Readwise', parseReadwise, scraps('Highlight,Book Title,Note,Location\n', '"', 'a,b,c\n', 'x,y,__proto__,1e999\n')],
  [
    'BibTeX',
    parseBibtex,
    scraps('@article{', '@string{a = ', '@comment{', 'key,', 'title = {', 'author = "', '}', '{', '#', '\\"u', '$', 'crossref = {key}', '%', '\\'),
  ],
  ['RIS', parseRis, scraps('TY  - JOUR\n', 'ER  - \n', 'AU  - ', 'TI  - ', 'PY  - 99999', 'DA  - 2020/99/99', 'ZZ  - ', 'ID  - __proto__\n')],
  ['Hypothesis', parseHypothesis, values.map(toJson)],
  ['Web Annotations', parseWebAnnotations, values.map(toJson)],
  ['CSL-JSON', parseCsl, values.map(toJson)],
]

test.each(cases)('%s', (_, parse, files) => {
  fc.assert(
    fc.property(files, (text) => expectTakeable(parse(text))),
    { numRuns: 120 },
  )
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

test.each<[string, (text: string) => Parsed, string]>([
  ['nested JSON', parseWebAnnotations, '['.repeat(5_000) + ']'.repeat(5_000)],
  [
    'nested selectors',
    parseWebAnnotations,
    `{"type":"Annotation","target":{"source":"a:b","selector":${'{"type":"FragmentSelector","refinedBy":'.repeat(3_000)}{}${'}'.repeat(3_000)}}}`,
  ],
  ['nested braces', parseBibtex, `@article{a, title = {${'{'.repeat(3_000)}${'}'.repeat(3_000)}}}`],
  [
    'strings that double',
    parseBibtex,
    `@string{a0="xxxxxxxxxx"}\n${Array.from({ length: 40 }, (_, step) => `@string{a${step + 1}=a${step} # a${step}}`).join('\n')}\n@book{k, title = a40}`,
  ],
  ['signs of entries', parseBibtex, '@'.repeat(50_000)],
  [
    'one place',
    parseKindle,
    Array.from({ length: 1_000 }, (_, step) => `B (A)\n- Your Highlight on Location 5-6 | x\n\n${'ab'.repeat(100)}${step}\n==========\n`).join(''),
  ],
  ['a quote without an end', parseReadwise, `Highlight,Book Title\nwhole,T\n"${'x'.repeat(100_000)}`],
  [
    'a key named __proto__',
    parseCsl,
    '[{"__proto__":{"polluted":1},"id":"__proto__","type":"book","title":"T","author":[{"__proto__":{"polluted":1},"family":"F"}]}]',
  ],
])('%s costs no more than a moment', (_, parse, text) => {
  const start = performance.now()
  expectTakeable(parse(text))
  expect(performance.now() - start).toBeLessThan(8_000)
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})
