// All commands by name. What a window, a terminal or a local program can do to a notebook is this list and nothing else.

import type { z } from 'zod'
import { addManyEvidence, reviseHighlights, reviseInsights, reviseSources } from './bulk-commands.ts'
import { keepReadable } from './damage-commands.ts'
import type { Command } from './define-command.ts'
import { addEntity, reviseEntity } from './entity-commands.ts'
import { addEvidence, reviseEvidence } from './evidence-commands.ts'
import { acceptFigure, assignFigures, keepFigure, reviseFigure } from './figure-commands.ts'
import type { ForgetHistory } from './forget-history.ts'
import { addHighlight, reviseHighlight } from './highlight-commands.ts'
import { acceptHighlight, followHighlight, pinHighlight, relinkHighlight, retireHighlight } from './highlight-decisions.ts'
import { importHighlights } from './import-highlights.ts'
import { addInsight, reviseInsight } from './insight-commands.ts'
import { mergeMetrics } from './merge-metrics.ts'
import { acceptMetric, addMetric, reviseMetric } from './metric-commands.ts'
import { addRate, reviseRate } from './rate-commands.ts'
import { relateSources } from './relate-sources.ts'
import { renameInsight } from './rename-insight.ts'
import { renewText } from './renew-text.ts'
import {
  addReport,
  insertReportInsights,
  insertReportItem,
  moveReportItem,
  removeReportItem,
  reviseReport,
  reviseReportItem,
} from './report-commands.ts'
import { restoreBackup } from './restore-commands.ts'
import { restoreVersion } from './restore-version.ts'
import { addSource, reviseSource } from './source-commands.ts'
import { resetStarter } from './starter-commands.ts'
import { defineRemoval, deleteMany, emptyTrash, removeMany, restoreMany } from './trash-commands.ts'

export const commands = {
  'insight.add': addInsight,
  'insight.revise': reviseInsight,
  'insight.rename': renameInsight,
  'insight.revise-many': reviseInsights,
  'insight.remove': defineRemoval('insight'),
  'source.add': addSource,
  'source.revise': reviseSource,
  'source.renew-text': renewText,
  'source.relate': relateSources,
  'source.revise-many': reviseSources,
  'source.remove': defineRemoval('source'),
  'highlight.add': addHighlight,
  'highlight.import': importHighlights,
  'highlight.revise': reviseHighlight,
  'highlight.accept': acceptHighlight,
  'highlight.relink': relinkHighlight,
  'highlight.pin': pinHighlight,
  'highlight.retire': retireHighlight,
  'highlight.follow': followHighlight,
  'highlight.revise-many': reviseHighlights,
  'highlight.remove': defineRemoval('highlight'),
  'evidence.add': addEvidence,
  'evidence.add-many': addManyEvidence,
  'evidence.revise': reviseEvidence,
  'evidence.remove': defineRemoval('evidence'),
  'entity.add': addEntity,
  'entity.revise': reviseEntity,
  'entity.remove': defineRemoval('entity'),
  'figure.keep': keepFigure,
  'figure.revise': reviseFigure,
  'figure.assign-many': assignFigures,
  'figure.accept': acceptFigure,
  'figure.remove': defineRemoval('figure'),
  'metric.add': addMetric,
  'metric.revise': reviseMetric,
  'metric.accept': acceptMetric,
  'metric.merge': mergeMetrics,
  'metric.remove': defineRemoval('metric'),
  'rate.add': addRate,
  'rate.revise': reviseRate,
  'rate.remove': defineRemoval('rate'),
  'report.add': addReport,
  'report.revise': reviseReport,
  'report.insert-item': insertReportItem,
  'report.insert-insights': insertReportInsights,
  'report.revise-item': reviseReportItem,
  'report.move-item': moveReportItem,
  'report.remove-item': removeReportItem,
  'report.remove': defineRemoval('report'),
  'trash.remove': removeMany,
  'trash.restore': restoreMany,
  'trash.delete': deleteMany,
  'trash.empty': emptyTrash,
  'version.restore': restoreVersion,
  'starter.reset': resetStarter,
  'backup.restore': restoreBackup,
  'insight.keep-readable': keepReadable,
} as const

type Commands = typeof commands
/** The two commands that are no recipes: they swap the actor's last commits. */
export type HistoryCommandName = 'history.undo' | 'history.redo'
export type RecipeName = keyof Commands
/** One more is no recipe: it changes no record, but what is kept of the past. */
export type CommandName = RecipeName | HistoryCommandName | 'history.forget'

export type CommandInput<Name extends CommandName> = Name extends RecipeName
  ? z.input<Commands[Name]['schema']>
  : Name extends 'history.forget'
    ? ForgetHistory['input']
    : Record<string, never>
export type CommandResult<Name extends CommandName> = Name extends RecipeName
  ? Commands[Name] extends Command<never, infer Result> | { recipe: (...input: never[]) => infer Result }
    ? Result
    : never
  : Name extends 'history.forget'
    ? ForgetHistory['result']
    : { command: string }

export function isRecipeName(name: string): name is RecipeName {
  return Object.hasOwn(commands, name)
}
