// Reads the starter notebook's files as they are shipped, in the shape that their loader relies on.

import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

const folder = new URL('../../../resources/starter/', import.meta.url)
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)
const text = z.string().min(1)

const highlight = z.strictObject({
  number: z.int().min(1),
  exact: text,
  colour: z.enum(['yellow', 'green', 'blue', 'pink', 'orange']),
  comment: text,
  tags: z.array(text).min(1),
})

const figure = z.strictObject({
  highlight: z.int().min(1),
  exact: text,
  metric: text,
  asOf: z.strictObject({ from: day, to: day }).optional(),
  basis: z.literal('target').optional(),
})

const metricId = z.templateLiteral(['metric:', text])
const rule = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('share-of'), of: metricId, atMost: text }),
  z.strictObject({ type: z.literal('part-of'), of: metricId }),
])

const metric = z.strictObject({
  key: text,
  name: text,
  entity: text,
  kind: z.enum(['money', 'percent', 'multiple', 'date']),
  currency: z.enum(['USD', 'EUR']).optional(),
  note: text.optional(),
  rules: z.array(rule).optional(),
  formula: text.optional(),
})

const source = z.strictObject({
  key: text,
  citekey: text,
  kin: z.array(z.strictObject({ source: text, relation: z.literal('translation') })).optional(),
  title: text,
  titleTranslations: z.array(z.strictObject({ language: text, title: text })),
  publisher: text,
  authors: z.array(text),
  published: day,
  accessed: day,
  language: z.enum(['en', 'zh']),
  kind: z.literal('brief'),
  text,
  highlights: z.array(highlight),
  figures: z.array(figure),
})

const insight = z.strictObject({
  key: text,
  title: text,
  kind: z.enum(['fact', 'interpretation', 'forecast', 'question']),
  status: z.enum(['draft', 'reviewed']),
  confidence: z.enum(['low', 'medium', 'high']),
  topics: z.array(text).min(1),
  body: text,
  evidence: z
    .array(z.strictObject({ source: text, highlight: z.int(), stance: z.enum(['supports', 'contradicts', 'context']), note: text.optional() }))
    .min(1),
})

const outlineItem = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('heading'), level: z.int().min(1).max(3), text }),
  z.strictObject({ type: z.literal('prose'), markdown: text }),
  z.strictObject({ type: z.literal('insight'), insight: text }),
])

const notebookFile = z.strictObject({
  title: text,
  entities: z.array(z.strictObject({ key: text, kind: text, names: z.array(z.strictObject({ name: text, language: z.enum(['en', 'zh', 'ja']) })) })),
  metrics: z.array(metric),
  sources: z.array(source),
  insights: z.array(insight),
  reports: z.array(z.strictObject({ key: text, title: text, subtitle: text, outline: z.array(outlineItem) })),
})

/** Throws where the path, relative to the starter's folder, does not exist or is empty. */
function readStarterFile(path: string): string {
  const content = readFileSync(new URL(path, folder), 'utf8')
  if (content.trim() === '') throw new Error(`${path} is empty`)
  return content
}

export function starterHasFile(path: string): boolean {
  return existsSync(new URL(path, folder))
}

export const starter = notebookFile.parse(JSON.parse(readStarterFile('notebook.json')))
export const sourceMarkdown = new Map(starter.sources.map((each) => [each.key, readStarterFile(each.text)]))
export const bodies = new Map(starter.insights.map((each) => [each.key, readStarterFile(each.body)]))

/** The Markdown without the marks of headings, emphasis, marking and code: enough for the plain paragraphs of the two briefs. */
export function plainText(markdown: string): string {
  return markdown.replace(/^#{1,6} /gm, '').replace(/\*\*|==|`|(?<!\w)[*_]|[*_](?!\w)/g, '')
}

/** `[citekey, highlight number]` of every citation, in order. */
export function citationsIn(markdown: string): [citekey: string, highlight: number][] {
  return [...markdown.matchAll(/\[@([^\]#\s]+)#h(\d+)\]/g)].map(([, citekey = '', number]) => [citekey, Number(number)])
}

/** What a reader counts as words: Latin words, and Chinese at 1.7 characters to the word. */
export function wordCount(markdown: string): number {
  const prose = markdown.replace(/\[@[^\]]*\]/g, ' ')
  const chinese = prose.match(/\p{Script=Han}/gu)?.length ?? 0
  const latin = prose.match(/[\p{Script=Latin}\p{N}$€][\p{Script=Latin}\p{N}$€.,'’×-]*/gu)?.length ?? 0
  return latin + Math.round(chinese / 1.7)
}
