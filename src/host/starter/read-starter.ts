// Reads the starter notebook from the files that ship in resources/starter, as the content that `starter.reset` takes.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type StarterContent, starterContent } from '../../core/commands/starter-commands.ts'
import { highlightColours } from '../../core/records/highlight.ts'

const text = z.string().min(1)

/** As the files have it: texts by path, insights and metrics in outlines by key, what is empty left out. The command's schema looks at the values. */
const starterFile = z.strictObject({
  title: text,
  entities: z.array(z.object({ note: z.string().default('') }).loose()),
  metrics: z.array(z.object({ note: z.string().default(''), rules: z.array(z.unknown()).default([]) }).loose()).default([]),
  sources: z.array(
    z
      .object({
        url: z.string().default(''),
        text,
        highlights: z.array(z.object({ number: z.int(), colour: z.enum(highlightColours) }).loose()),
      })
      .loose(),
  ),
  insights: z.array(z.object({ body: text, evidence: z.array(z.object({ note: z.string().default('') }).loose()) }).loose()),
  reports: z.array(
    z.object({ key: text, outline: z.array(z.object({ type: text, insight: text.optional(), metric: text.optional() }).loose()) }).loose(),
  ),
})

export type Starter = { title: string; content: StarterContent }

/** `resourcesFolder` holds `starter/notebook.json`. Rejects with an error that names the entry which does not fit. */
export async function readStarter(resourcesFolder: string): Promise<Starter> {
  const folder = join(resourcesFolder, 'starter')
  const read = (path: string) => readFile(join(folder, path), 'utf8')
  const { title, ...file } = parse(starterFile, JSON.parse(await read('notebook.json')))
  const content = {
    entities: file.entities,
    metrics: file.metrics,
    sources: await Promise.all(file.sources.map(async ({ text, ...source }) => ({ ...source, markdown: await read(text) }))),
    insights: await Promise.all(file.insights.map(async ({ body, ...insight }) => ({ ...insight, body: await read(body) }))),
    reports: file.reports.map(({ outline, ...report }) => ({
      ...report,
      outline: outline.map(({ insight, metric, ...item }, position) => ({
        ...item,
        key: `starter-${position + 1}`,
        ...(insight === undefined ? {} : { insight: `insight:${insight}` }),
        ...(metric === undefined ? {} : { metric: `metric:${metric}` }),
      })),
    })),
  }
  return { title, content: parse(starterContent, content) }
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Error(`the starter notebook does not fit: ${nameOf(value, issue?.path ?? [])}: ${issue?.message}`)
}

/** `insights nvidia-exit, evidence.2.stance` instead of `insights.0.evidence.2.stance`. */
function nameOf(value: unknown, [list, position, ...rest]: readonly PropertyKey[]): string {
  const entries = (value as Record<PropertyKey, unknown> | undefined)?.[list ?? '']
  const entry = Array.isArray(entries) ? (entries[Number(position)] as { key?: unknown } | undefined) : undefined
  if (typeof entry?.key !== 'string') return [list, position, ...rest].filter((part) => part !== undefined).join('.')
  return `${String(list)} ${entry.key}${rest.length > 0 ? `, ${rest.map(String).join('.')}` : ''}`
}
