// Several metrics that measure one thing become one: their figures move, what named them names the one that stays, and they go to the trash.

import { z } from 'zod'
import { idOf } from '../records/record-id.ts'
import { Refusal } from '../store/refusal.ts'
import { defineCommand } from './define-command.ts'

export const mergeMetrics = defineCommand(
  'Makes several metrics one: figures, rules, formulas and charts of the others name `into` from then on, and the others go to the trash.',
  z.strictObject({ ids: z.array(idOf('metric')).min(1).max(10_000), into: idOf('metric') }),
  (notebook, { ids, into }) => {
    const { entity, kind } = notebook.need('metrics', into)
    const others = [...new Set(ids)].filter((id) => id !== into)
    if (others.length === 0) throw new Refusal('invalid', 'name at least one other metric to merge into this one')
    let count = 0
    for (const id of others) {
      const other = notebook.need('metrics', id)
      if (other.kind !== kind) throw new Refusal('invalid', `“${other.name}” is ${other.kind}: it cannot be one with a metric that is ${kind}`)
      for (const figure of [...notebook.by('figuresByMetric', id)]) {
        notebook.update('figures', figure.id, undefined, (draft) => {
          draft.metric = into
          if (entity && draft.entity === other.entity) draft.entity = entity
        })
        count += 1
      }
      for (const based of [...notebook.by('metricsByBase', id)]) {
        if (others.includes(based.id)) continue
        notebook.update('metrics', based.id, undefined, (draft) => {
          // What would tie a metric to itself ties nothing.
          draft.rules = draft.rules.map((rule) => renamed(rule, id, into)).filter((rule) => based.id !== into || !namesIn(rule).includes(into))
          if (draft.formula !== undefined) draft.formula = draft.formula.replaceAll(`{${id}}`, `{${into}}`)
          if (based.id === into && draft.formula?.includes(`{${into}}`))
            throw new Refusal('invalid', `the formula of “${draft.name}” stands on “${other.name}”: they are not one`)
        })
      }
      for (const report of [...notebook.by('reportsByMetric', id)]) {
        notebook.update('reports', report.id, undefined, (draft) => {
          for (const item of draft.outline) if (item.type === 'chart' && item.metric === id) item.metric = into
        })
      }
      notebook.update('metrics', id, undefined, (draft) => {
        draft.removedAt = notebook.facts.at
      })
    }
    return { id: into, count }
  },
)

function renamed<Rule extends object>(rule: Rule, from: string, to: string): Rule {
  return Object.fromEntries(Object.entries(rule).map(([field, value]) => [field, value === from ? to : value])) as Rule
}

function namesIn(rule: object): unknown[] {
  return Object.values(rule)
}
