// The starter notebook in memory, laid by its own command, for tests of what can be made of it.

import { renderMarkdown } from '../../../src/core/markdown/render-markdown.ts'
import { MemoryNotebook } from '../commands/memory-notebook.ts'
import { bodies, sourceMarkdown, starter } from '../starter/starter-files.ts'

export async function starterNotebook(): Promise<MemoryNotebook> {
  const notebook = new MemoryNotebook((markdown) => renderMarkdown(markdown).readingText)
  await notebook.run('starter.reset', {
    entities: starter.entities.map(({ key, kind, names }) => ({ key, kind: kind as 'company', names, note: '' })),
    metrics: starter.metrics.map(({ note = '', rules = [], ...metric }) => ({ ...metric, note, rules })),
    sources: starter.sources.map(({ text: _, kin: __, ...source }) => ({ ...source, url: '', markdown: sourceMarkdown.get(source.key) ?? '' })),
    insights: starter.insights.map(({ body: _, evidence, ...insight }) => ({
      ...insight,
      body: bodies.get(insight.key) ?? '',
      evidence: evidence.map(({ note = '', ...link }) => ({ ...link, note })),
    })),
    reports: starter.reports.map(({ outline, ...report }) => ({
      ...report,
      outline: outline.map((item, position) =>
        item.type === 'insight'
          ? { type: item.type, insight: `insight:${item.insight}` as const, key: `i${position}` }
          : { ...item, key: `i${position}` },
      ),
    })),
  })
  return notebook
}
