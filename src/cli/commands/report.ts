// `footing report`: a report as Markdown, to stdout or into a file that appears whole or not at all.

import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { ReportChart } from '../../core/export/chart-in-report.ts'
import { exportMarkdown } from '../../core/export/export-markdown.ts'
import type { Moment } from '../../core/history/moment.ts'
import type { Report } from '../../core/records/report.ts'
import { titleKey } from '../../core/records/tables.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'
import { drawMetricChart } from '../../host/charts/draw-metric-chart.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { openForReading } from '../open-folder.ts'
import { tell, write, writeJsonLine } from '../output.ts'
import { writeWhole } from '../write-whole.ts'

export async function report(
  folder: string,
  name: string,
  { out, json = false, asOf }: { out?: string; json?: boolean; asOf?: Moment },
): Promise<number> {
  const notebook = await openForReading(folder, asOf)
  try {
    const { fileName, markdown, problems, files, charts } = exportMarkdown(notebook.view, { report: findReport(notebook.view, name).id })
    const isToFile = out !== undefined && out !== '-'
    if (isToFile) {
      await writeWhole(out, markdown)
      problems.push(...(await copyPictures(folder, dirname(out), files)))
      problems.push(...(await writeCharts(dirname(out), charts)))
    }
    if (json) await writeJsonLine({ fileName, ...(isToFile ? { out } : { markdown, charts: await drawAll(charts) }), problems })
    else if (!isToFile) {
      await write(markdown)
      if (files.length + charts.length > 0) tell('its pictures are written beside a file only: name one with --out')
    }
    for (const problem of problems) tell(problem)
    return problems.length > 0 ? exitCodes.problems : exitCodes.done
  } finally {
    await notebook.close()
  }
}

async function drawAll(charts: readonly ReportChart[]): Promise<{ file: string; svg: string }[]> {
  const drawn = []
  for (const { file, series } of charts) drawn.push({ file, svg: await drawMetricChart(series) })
  return drawn
}

/** Beside the file, under the names that its text has for them. Answers with what could not be written. */
async function writeCharts(target: string, charts: readonly ReportChart[]): Promise<string[]> {
  const problems: string[] = []
  for (const { file, svg } of await drawAll(charts)) {
    try {
      await mkdir(join(target, dirname(file)), { recursive: true })
      await writeWhole(join(target, file), svg)
    } catch (error) {
      problems.push(`the chart ${file} could not be written beside the report: ${(error as Error).message}`)
    }
  }
  return problems
}

/** Beside the file, under the names that its text has for them. Answers with what could not be copied. */
async function copyPictures(folder: string, target: string, files: readonly string[]): Promise<string[]> {
  const problems: string[] = []
  for (const file of files) {
    if (resolve(folder, file) === resolve(target, file)) continue
    try {
      await mkdir(join(target, dirname(file)), { recursive: true })
      await copyFile(join(folder, file), join(target, file))
    } catch (error) {
      problems.push(`the picture ${file} could not be copied beside the report (${(error as NodeJS.ErrnoException).code})`)
    }
  }
  return problems
}

/** By id, else by whole title, else by the start of a title that no other report shares. */
function findReport(view: NotebookView, name: string): Report {
  const reports = [...view.heads('reports')].filter((each) => each.removedAt === undefined).sort((one, other) => (one.id < other.id ? -1 : 1))
  const byId = reports.find((each) => each.id === name)
  if (byId) return byId
  const key = titleKey(name)
  const exact = reports.filter((each) => titleKey(each.title) === key)
  const found = exact.length > 0 ? exact : reports.filter((each) => key !== '' && titleKey(each.title).startsWith(key))
  if (found.length === 1 && found[0]) return found[0]
  const choice = (found.length > 0 ? found : reports).map(({ id, title }) => `${title} (${id})`).join(', ')
  if (found.length > 1) throw new CommandFailure(`several reports begin like that: ${choice}`)
  throw new CommandFailure(reports.length === 0 ? 'this notebook has no report yet' : `there is no report “${name}”: there are ${choice}`)
}
