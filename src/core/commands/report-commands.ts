// Commands on reports: the outline is edited item by item, so that two windows can work on one report.

import { z } from 'zod'
import { idOf, type RecordId } from '../records/record-id.ts'
import { outlineItem, type Report, reportContent } from '../records/report.ts'
import { Refusal } from '../store/refusal.ts'
import type { Transaction } from '../store/transaction.ts'
import { defineCommand } from './define-command.ts'
import { assignGiven, revision } from './revision.ts'

const itemOf = z.strictObject({ id: idOf('report'), key: z.string() })

export const addReport = defineCommand(
  'Adds a report.',
  z.strictObject({
    id: idOf('report').optional(),
    title: reportContent.title,
    subtitle: reportContent.subtitle.default(''),
    outline: reportContent.outline.default([]),
  }),
  (notebook, { id, ...content }) => {
    const report = notebook.put('reports', { id: id ?? notebook.facts.newId('report'), ...content })
    return { id: report.id, rev: report.rev }
  },
)

export const reviseReport = defineCommand(
  'Changes the title or subtitle of a report, or its outline as a whole.',
  z.strictObject({ id: idOf('report'), rev: z.int().optional(), ...revision(reportContent) }),
  (notebook, { id, rev, ...given }) => ({ id, rev: notebook.update('reports', id, rev, (draft) => assignGiven(draft, given)).rev }),
)

export const insertReportItem = defineCommand(
  'Puts a heading, prose, an insight or the chart of a metric into a report, before the item `before` or at the end.',
  z.strictObject({ id: idOf('report'), item: outlineItem, before: z.string().optional() }),
  (notebook, { id, item, before }) =>
    updateOutline(notebook, id, (outline) => {
      if (outline.some(({ key }) => key === item.key)) throw new Refusal('exists', `the report has an item ${item.key} already`)
      outline.splice(before === undefined ? outline.length : positionOf(outline, before), 0, item)
    }),
)

export const insertReportInsights = defineCommand(
  'Puts several insights into a report in one step, before the item `before` or at the end; those that it has already stay where they are.',
  z.strictObject({ id: idOf('report'), insights: z.array(idOf('insight')).min(1).max(10_000), before: z.string().optional() }),
  (notebook, { id, insights, before }) => {
    const held = new Set(notebook.need('reports', id).outline.flatMap((item) => (item.type === 'insight' ? [item.insight] : [])))
    const fresh = [...new Set(insights)].filter((insight) => !held.has(insight))
    const items = fresh.map((insight) => ({ key: notebook.facts.newId('insight').slice('insight:'.length), type: 'insight' as const, insight }))
    const { rev } = updateOutline(notebook, id, (outline) => {
      outline.splice(before === undefined ? outline.length : positionOf(outline, before), 0, ...items)
    })
    return { id, rev, keys: items.map(({ key }) => key) }
  },
)

export const reviseReportItem = defineCommand(
  'Replaces one item of a report by another of the same key.',
  z.strictObject({ id: idOf('report'), item: outlineItem }),
  (notebook, { id, item }) =>
    updateOutline(notebook, id, (outline) => {
      outline[positionOf(outline, item.key)] = item
    }),
)

export const moveReportItem = defineCommand(
  'Moves one item of a report before the item `before`, or to the end.',
  itemOf.extend({ before: z.string().optional() }),
  (notebook, { id, key, before }) =>
    updateOutline(notebook, id, (outline) => {
      if (key === before) return
      const [item] = outline.splice(positionOf(outline, key), 1)
      if (item) outline.splice(before === undefined ? outline.length : positionOf(outline, before), 0, item)
    }),
)

export const removeReportItem = defineCommand('Takes one item out of a report; an insight itself stays.', itemOf, (notebook, { id, key }) =>
  updateOutline(notebook, id, (outline) => {
    outline.splice(positionOf(outline, key), 1)
  }),
)

function updateOutline(notebook: Transaction, id: RecordId<'report'>, change: (outline: Report['outline']) => void) {
  return { id, rev: notebook.update('reports', id, undefined, (report) => change(report.outline)).rev }
}

function positionOf(outline: Report['outline'], key: string): number {
  const position = outline.findIndex((item) => item.key === key)
  if (position < 0) throw new Refusal('not-found', `the report has no item ${key}: it was removed meanwhile`)
  return position
}
