// Insights or a report as one Markdown file: the analyst's text as it stands, with footnotes that carry the quotes it cites. Same notebook, same bytes.

import type { TokensList } from 'marked'
import { type FoundCitation, findCitations } from '../markdown/find-citations.ts'
import { lexMarkdown } from '../markdown/footing-lexer.ts'
import { splitFrontMatter } from '../markdown/front-matter.ts'
import type { Figure } from '../records/figure.ts'
import type { Insight } from '../records/insight.ts'
import type { RecordId } from '../records/record-id.ts'
import type { OutlineItem } from '../records/report.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { Refusal } from '../store/refusal.ts'
import { type Edit, separateFootnotes, writtenLabelKeys } from './analyst-footnotes.ts'
import { calmBody } from './calm-body.ts'
import { chartInReport, type ReportChart } from './chart-in-report.ts'
import { CitationFootnotes } from './citation-footnotes.ts'
import { oneLine } from './citation-text.ts'
import { exportFileName } from './export-file-name.ts'
import { type FrontMatterValue, frontMatterText } from './front-matter-text.ts'
import { ownWords } from './own-words.ts'
import { escapeMarkdown, textPiece, writePieces } from './plain-in-markdown.ts'
import { closingOf } from './seal-body.ts'

export type ExportSubject = { report: RecordId<'report'> } | { insights: readonly RecordId<'insight'>[] }
/** `language` (BCP 47) is said in the front matter and words what is ours. */
export type ExportOptions = { language?: string }
/** `problems` are sentences for people: what was left out, and citations that stay as they are written because nothing stands behind them. */
export type ExportedMarkdown = {
  fileName: string
  markdown: string
  problems: string[]
  /** The notebook's pictures that the text names, as `files/<sha256>.png`: the same names lead to them beside the exported file. */
  files: string[]
  /** The charts that it shows, to be drawn beside it. */
  charts: ReportChart[]
}

type Heading = { type: 'heading'; level: number; text: string }
type Body = { type: 'body'; name: string; markdown: string }
type Chart = ReportChart & { type: 'chart'; caption: string; figures: Figure[] }
type Part = Heading | Body | Chart
type Outline = { title: string; fields: (readonly [string, FrontMatterValue | undefined])[]; parts: Part[]; problems: string[] }

/** Named in code they are copied too: a picture too many does no harm. */
const OWN_PICTURES = /\bfiles\/[0-9a-f]{64}\.(?:png|jpe?g|gif|webp|avif)\b/g

const deepestHeading = 6

/** Throws the refusal `not-found` where there is no such report, or no insight that is not in the trash. Reads no clock, locale or time zone. */
export function exportMarkdown(view: NotebookView, what: ExportSubject, options: ExportOptions = {}): ExportedMarkdown {
  const { title, fields, parts, problems } = 'report' in what ? outlineOfReport(view, what.report) : outlineOfInsights(view, what.insights)
  const words = ownWords(options.language)
  const bodies = parts.filter((part) => part.type === 'body')
  const texts = bodies.map(({ markdown }) => markdown.slice(bodyStartOf(markdown)))
  const taken = writtenLabelKeys(texts)
  const footnotes = new CitationFootnotes(view, taken)
  // In the order of the outline: that is the order of the notes.
  const citationEdits = new Map<Part, Edit[]>()
  const labelsOfCharts = new Map<Part, string[]>()
  for (const part of parts) {
    if (part.type === 'body') citationEdits.set(part, editCitations(part, footnotes, problems))
    else if (part.type === 'chart') labelsOfCharts.set(part, citeFigures(part, footnotes, problems))
  }
  const labelEdits = separateFootnotes(texts, taken)
  const hasLinkLabels = checkLinkLabels(bodies, texts, problems)
  const written = new Map(
    bodies.map((body, position) => {
      const edits = [...(citationEdits.get(body) ?? []), ...(labelEdits[position] ?? [])]
      return [body, sealed(calmed(applyEdits(texts[position] ?? '', edits), body.name, problems), body.name, problems)]
    }),
  )
  const heading = (level: number, text: string) => {
    const before = `${'#'.repeat(level)} `
    return `${before}${writePieces([textPiece(oneLine(text) || words.untitled)], { hasLinkLabels, before })}\n`
  }
  const blocks = parts.map((part) => {
    if (part.type === 'heading') return heading(part.level, part.text)
    if (part.type === 'body') return written.get(part) ?? ''
    const marks = (labelsOfCharts.get(part) ?? []).map((label) => `[^${label}]`).join('')
    // Below a line of text these would make a heading of it.
    const caption = /^[=-]/.test(part.caption) ? escapeMarkdown(part.caption) : writePieces([textPiece(part.caption)], { hasLinkLabels })
    return `![${descriptionOf(words.chart(part.series))}](${part.file})\\\n${caption}${marks === '' ? '' : ` ${marks}`}\n`
  })
  const notes = footnotes.notes(hasLinkLabels)
  const sources = footnotes.sources(hasLinkLabels)
  const markdown = [
    frontMatterText([['title', title], ...fields, ['lang', options.language || undefined], ['generator', 'Footing']]),
    ...blocks.filter((block) => block !== ''),
    ...(notes.length > 0 ? [notes.join('\n')] : []),
    ...(sources.length > 0 ? [heading(2, words.sources), sources.join('')] : []),
  ].join('\n')
  const files = [...new Set(markdown.match(OWN_PICTURES) ?? [])].sort()
  const charts = parts.filter((part) => part.type === 'chart').map(({ file, series }) => ({ file, series }))
  return {
    fileName: exportFileName(title),
    markdown,
    problems: [...new Set(problems)],
    files,
    charts: [...new Map(charts.map((chart) => [chart.file, chart])).values()],
  }
}

/** Text between `![` and `]`, where readers differ about escaped brackets. */
function descriptionOf(text: string): string {
  return escapeMarkdown(text).replaceAll('\\[', '&#91;').replaceAll('\\]', '&#93;')
}

/** The labels of the notes that stand behind a chart, each once. */
function citeFigures({ figures }: Chart, footnotes: CitationFootnotes, problems: string[]): string[] {
  const labels = new Set<string>()
  for (const figure of figures) {
    const { label, problem } = footnotes.resolveFigure(figure)
    if (problem !== undefined) problems.push(problem)
    if (label !== undefined) labels.add(label)
  }
  return [...labels]
}

function calmed(markdown: string, name: string, problems: string[]): string {
  const calm = calmBody(markdown)
  if (calm !== markdown) problems.push(`in ${name}, what could run or be fetched is written as text, and pictures of the web as links`)
  return calm
}

function outlineOfReport(view: NotebookView, id: RecordId<'report'>): Outline {
  const report = view.get('reports', id)
  if (!report) throw new Refusal('not-found', `there is no ${id} in this notebook`)
  const problems = report.removedAt === undefined ? [] : [`the report “${oneLine(report.title)}” lies in the trash`]
  const parts: Outline['parts'] = [{ type: 'heading', level: 1, text: report.title }]
  if (oneLine(report.subtitle) !== '')
    parts.push({ type: 'body', name: 'the subtitle', markdown: writePieces([textPiece(oneLine(report.subtitle))]) })
  let level = 1
  for (const item of report.outline) {
    switch (item.type) {
      case 'heading':
        // The title is the only heading of level 1.
        level = Math.min(item.level + 1, deepestHeading)
        parts.push({ type: 'heading', level, text: item.text })
        break
      case 'prose':
        parts.push({ type: 'body', name: `the report “${oneLine(report.title)}”`, markdown: item.markdown })
        break
      case 'insight': {
        const insight = presentInsight(view, item.insight, problems)
        if (insight) parts.push(...partsOf(insight, Math.min(level + 1, deepestHeading)))
        break
      }
      case 'chart':
        parts.push(...chartPart(view, item, problems))
        break
    }
  }
  return { title: report.title, fields: [['subtitle', report.subtitle || undefined]], parts, problems }
}

function outlineOfInsights(view: NotebookView, ids: readonly RecordId<'insight'>[]): Outline {
  const problems: string[] = []
  const insights = [...new Set(ids)].flatMap((id) => presentInsight(view, id, problems) ?? [])
  const [first] = insights
  if (!first) throw new Refusal('not-found', problems[0] ?? 'no insight was named')
  if (insights.length === 1) {
    const { kind, status, confidence, topics } = first
    const fields = [
      ['kind', kind],
      ['status', status],
      ['confidence', confidence],
      ['topics', topics],
    ] as const
    return { title: first.title, fields: [...fields], parts: partsOf(first, 1), problems }
  }
  const title = `${oneLine(first.title)} + ${insights.length - 1}`
  return { title, fields: [], parts: [{ type: 'heading', level: 1, text: title }, ...insights.flatMap((insight) => partsOf(insight, 2))], problems }
}

function chartPart(view: NotebookView, { metric: id, caption }: Extract<OutlineItem, { type: 'chart' }>, problems: string[]): Chart[] {
  const metric = view.get('metrics', id)
  if (!metric || metric.removedAt !== undefined) {
    problems.push(
      metric
        ? `the metric “${oneLine(metric.name)}” lies in the trash: its chart is left out`
        : `there is no ${id} in this notebook: its chart is left out`,
    )
    return []
  }
  const chart = chartInReport(view, metric, caption)
  if (!chart) {
    problems.push(`“${oneLine(metric.name)}” has no figure with a value and a time: its chart is left out`)
    return []
  }
  problems.push(...chart.problems)
  return [{ type: 'chart', ...chart }]
}

function presentInsight(view: NotebookView, id: RecordId<'insight'>, problems: string[]): Insight | undefined {
  const insight = view.get('insights', id)
  if (insight && insight.removedAt === undefined) return insight
  problems.push(
    insight ? `the insight “${oneLine(insight.title)}” lies in the trash and is left out` : `there is no ${id} in this notebook: it is left out`,
  )
  return undefined
}

function partsOf({ title, body }: Insight, level: number): [Heading, Body] {
  return [
    { type: 'heading', level, text: title },
    { type: 'body', name: `“${oneLine(title)}”`, markdown: body },
  ]
}

/** Only a file's first lines can be front matter; that of a body is no text that a reader sees, and a byte order mark is neither. */
function bodyStartOf(markdown: string): number {
  const { bodyStart } = splitFrontMatter(markdown)
  return bodyStart === 0 && markdown.startsWith('\ufeff') ? 1 : bodyStart
}

/** Edits with offsets in the body less its front matter. Items of one citation that do not resolve stay, in brackets of their own. */
function editCitations({ name, markdown }: Body, footnotes: CitationFootnotes, problems: string[]): Edit[] {
  const bodyStart = bodyStartOf(markdown)
  const citations = Map.groupBy(findCitations(markdown), ({ start }: FoundCitation) => start)
  return [...citations.values()].flatMap((items) => {
    const [first] = items
    if (!first) return []
    const labels: string[] = []
    const kept: string[] = []
    for (const { citekey, highlight, itemStart, itemEnd } of items) {
      const { label, problem } = footnotes.resolve(citekey, highlight)
      if (problem !== undefined) problems.push(`${name}: ${problem}`)
      if (label === undefined) kept.push(markdown.slice(itemStart, itemEnd))
      else if (!labels.includes(label)) labels.push(label)
    }
    if (labels.length === 0) return []
    const text = labels.map((label) => `[^${label}]`).join('') + (kept.length > 0 ? `[${kept.join('; ')}]` : '')
    // `[^label]:` at the start of a line would begin a footnote.
    const isBeforeColon = markdown[first.end] === ':' && labels.length === 1 && kept.length === 0
    const lineStart = Math.max(markdown.lastIndexOf('\n', first.start - 1), markdown.lastIndexOf('\r', first.start - 1)) + 1
    const guard = isBeforeColon && /^[\s>*+\-\d.)]*$/.test(markdown.slice(lineStart, first.start)) ? '\\' : ''
    return [{ start: first.start - bodyStart, end: first.end - bodyStart, text: text + guard }]
  })
}

/** Whether any body defines link labels. The first definition in a file counts, so two bodies that differ about one are a problem. */
function checkLinkLabels(bodies: readonly Body[], texts: readonly string[], problems: string[]): boolean {
  const targets = new Map<string, { href: string; name: string }>()
  for (const [position, { name }] of bodies.entries()) {
    const { links = {} } = lexMarkdown(texts[position] ?? '').tokens as Partial<TokensList>
    for (const [label, { href }] of Object.entries(links)) {
      const first = targets.get(label)
      if (!first) targets.set(label, { href, name })
      else if (first.href !== href) problems.push(`${name}: the link [${label}] leads elsewhere in ${first.name}; in one file both lead there`)
    }
  }
  return targets.size > 0
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let edited = ''
  let at = 0
  for (const { start, end, text: replacement } of [...edits].sort((one, other) => one.start - other.start)) {
    edited += text.slice(at, start) + replacement
    at = end
  }
  return edited + text.slice(at)
}

/** The body with a line feed at its end, and with what it left open closed. */
function sealed(body: string, name: string, problems: string[]): string {
  if (body.trim() === '') return ''
  const closing = closingOf(body)
  if (closing === undefined) problems.push(`${name} ends in a block that nothing closes: what follows it in the file may be taken for a part of it`)
  const whole = body + (closing ?? '')
  return /[\r\n]$/.test(whole) ? whole : `${whole}\n`
}
