// The `footing` command: names, arguments and help of its commands. Each is loaded when it is called, so that help costs nothing.

import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { Moment } from '../core/history/moment.ts'
import { exitCodeOf, exitCodes } from './exit-codes.ts'
import { tell } from './output.ts'
import { parseMoment } from './parse-moment.ts'

const formats = ['jsonld', 'hypothesis', 'md', 'csl', 'bibtex', 'ris']
const asOfAbout = 'as it was then: a date (its end), a time (2026-01-31T18:00, or with Z or +09:00), or seq:N, the number of a change'

export function makeProgram(): Command {
  const program = new Command('footing')
    .description('A research notebook in which every claim stands on a passage.')
    .version(version(), '--version', 'print the version')
    .exitOverride()
    .configureOutput({ outputError: (text) => tell(text.replace(/^error: /, '')) })
    .addHelpText('after', '\nExit codes: 0 done, 1 found problems, 2 usage, 75 another process has the notebook open.\nEvery command takes --json.')

  const add = (usage: string, about: string) =>
    program.command(usage).description(about).option('--json', 'print JSON lines and nothing else on stdout')

  add('new <dir>', 'make a notebook in a folder')
    .option('--starter', 'with the starter notebook “SoftBank AI strategy” in it')
    .option('--title <title>', 'its title (else the name of the folder)')
    .action(async (dir, options) => finish((await import('./commands/new.ts')).newNotebook(dir, options)))
  add('serve <dir>', 'show a notebook in the browser, on this machine only')
    .option('--port <number>', 'the port (else a random one)', toPort)
    .option('--no-open', 'do not open the browser')
    .action(async (dir, options) => finish((await import('./commands/serve.ts')).serve(dir, options)))
  add('import <dir> <paths...>', 'bring in files and folders: notes, saved pages, Word documents, bibliographies, highlights of other programs')
    .addOption(
      new Option('--as <what>', 'what notes become (else: of an Obsidian vault insights, of other folders sources)').choices(['sources', 'insights']),
    )
    .addOption(
      new Option('--duplicates <way>', 'another text of a source with the same address, DOI or title')
        .choices(['skip', 'revise', 'add'])
        .default('skip'),
    )
    .action(async (dir, paths, options) => finish((await import('./commands/import.ts')).importPaths(dir, paths, options)))
  add('list <dir> <table>', 'list the records of a table')
    .option('--as-of <moment>', asOfAbout, toMoment)
    .action(async (dir, table, options) => finish((await import('./commands/list.ts')).list(dir, table, options)))
  add('search <dir> <query>', 'find text in insights, sources, highlights, reports, entities, figures and metrics')
    .option('--limit <number>', 'show at most this many places', toLimit, 50)
    .option('--as-of <moment>', asOfAbout, toMoment)
    .action(async (dir, query, options) => finish((await import('./commands/search.ts')).search(dir, query, options)))
  add('report <dir> <report>', 'print or write a report, named by its id, its title or the start of it')
    .addOption(new Option('--format <format>', 'Markdown').choices(['md']).default('md'))
    .option('--out <file>', 'write to this file instead of stdout')
    .option('--as-of <moment>', asOfAbout, toMoment)
    .action(async (dir, report, options) => finish((await import('./commands/report.ts')).report(dir, report, options)))
  add('chart <dir> <metric>', 'draw a metric over time as SVG; it is named by its id, its name or the start of it')
    .option('--out <file>', 'write to this file instead of stdout')
    .option('--as-of <moment>', asOfAbout, toMoment)
    .action(async (dir, metric, options) => finish((await import('./commands/chart.ts')).chart(dir, metric, options)))
  add('export <dir> <what>', 'write annotations, bibliography or notebook (the whole of it, which import brings back) into a file')
    .addOption(new Option('--format <format>', 'annotations: jsonld (else), hypothesis, md; bibliography: csl (else), bibtex, ris').choices(formats))
    .option('--source <citekey...>', 'only of these sources')
    .option('--template <file>', 'annotations as Markdown in this form (Mustache)')
    .option('--out <file>', 'write to this file instead of stdout')
    .action(async (dir, what, options) => finish((await import('./commands/export.ts')).exportFrom(dir, what, options)))
  add(
    'audit <dir>',
    'list what does not hold: changed passages, wrong quotations, claims without a citation, contradictions, overdue reviews',
  ).action(async (dir, options) => finish((await import('./commands/audit.ts')).audit(dir, options)))
  add('check <dir>', 'check that every file and record of a notebook is whole')
    .option('--repair', 'mend what can be mended')
    .action(async (dir, options) => finish((await import('./commands/check.ts')).check(dir, options)))
  add('backup <dir>', 'make a backup now, where something changed since the last').action(async (dir, options) =>
    finish((await import('./commands/backup.ts')).backup(dir, options)),
  )
  add('backups <dir>', 'list the backups of a notebook, newest first; also of one that is damaged or gone').action(async (dir, options) =>
    finish((await import('./commands/backups.ts')).backups(dir, options)),
  )
  add('restore <dir> [backup]', 'bring a backup back: its name, the start of it, or newest')
    .option('--out <newdir>', 'as a notebook in this new folder (else in place, as one change that can be undone)')
    .option('--from <folder>', 'take it out of this folder of backups, and make DIR the new notebook')
    .option('--yes', 'in place, also where more than half of the insights or sources would go')
    .action(async (dir, name, options) => finish((await import('./commands/restore.ts')).restore(dir, name, options)))
  add('batch <dir>', 'run commands given as JSON lines on stdin')
    .addHelpText(
      'after',
      '\n{"id":1,"command":"insight.add","input":{"title":"…"}} is answered by {"id":1,"ok":true,"seq":42,"result":…} once durable.',
    )
    .action(async (dir) => finish((await import('./commands/batch.ts')).batch(dir)))
  add('dump <dir>', 'print every record as a JSON line')
    .option('--all', 'the trash too')
    .option('--as-of <moment>', asOfAbout, toMoment)
    .action(async (dir, options) => finish((await import('./commands/dump.ts')).dump(dir, options)))
  add('history <dir>', 'how much of the past is kept, since when, and what it takes up')
    .option('--forget-before <moment>', 'forget what was before: a date (its beginning), a time, or seq:N; it cannot be brought back', toStart)
    .option('--keep-copy', 'with --forget-before: first copy the files that go into backups/')
    .option('--bring-back', 'put the copies that were kept so back into the history')
    .action(async (dir, options) => finish((await import('./commands/history.ts')).history(dir, options)))
  add('render [file]', 'turn Markdown into the safe HTML that the window shows (no file, or -: stdin)').action(async (file, options) =>
    finish((await import('./commands/render.ts')).render(file, options)),
  )
  add('anchor', 'find quoted passages again in texts that changed, given as JSON lines on stdin')
    .addHelpText(
      'after',
      '\n{"text":"…","selector":{"exact":"…","prefix":"…","suffix":"…","start":10}} is answered by {"kind":"moved","start":12,"end":20,"score":0.97}.',
    )
    .action(async () => finish((await import('./commands/anchor.ts')).anchor()))
  add('figures [file]', 'find the amounts, shares, counts and dates of a text (no file, or -: stdin)')
    .addOption(new Option('--language <language>', 'what the text is in, where you know: decides what ¥ means').choices(['en', 'zh', 'ja']))
    .action(async (file, options) => finish((await import('./commands/figures.ts')).figures(file, options)))
  add('reset-starter <dir>', 'bring the starter notebook’s own records back to what ships; all others stay').action(async (dir, options) =>
    finish((await import('./commands/reset-starter.ts')).resetStarterNotebook(dir, options)),
  )
  return program
}

function version(): string {
  return (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version
}

async function finish(exitCode: Promise<number>): Promise<void> {
  process.exitCode = await exitCode
}

function toPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('It takes a number from 0 to 65535.')
  return port
}

function toMoment(text: string): Moment {
  const moment = parseMoment(text)
  if (!moment) throw new InvalidArgumentError('It takes a date (2026-01-31), a time (2026-01-31T18:00) or seq:N.')
  return moment
}

function toStart(text: string): Moment {
  const moment = parseMoment(text, 'start')
  if (!moment) throw new InvalidArgumentError('It takes a date (2026-01-31), a time (2026-01-31T18:00) or seq:N.')
  return moment
}

function toLimit(text: string): number {
  const limit = Number(text)
  if (!/^\d+$/.test(text) || limit < 1 || limit > 500) throw new InvalidArgumentError('It takes a number from 1 to 500.')
  return limit
}

/** Runs one command line (without node and script) and sets the process's exit code; never rejects. */
export async function main(words: readonly string[]): Promise<void> {
  // `footing dump X | head` is no error: whoever reads has had enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? exitCodes.done : exitCodes.problems))
  process.stderr.on('error', () => {})
  process.on('uncaughtException', (error) => {
    explain(error)
    process.exit(exitCodes.problems)
  })
  hideExperimentalWarnings()
  dieWithParent()
  cacheCompiledCode()
  try {
    await makeProgram().parseAsync(words, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage
      return
    }
    explain(error)
    process.exitCode = exitCodeOf(error)
  }
}

/** One line; the stack is for those who ask for it. */
function explain(error: unknown): void {
  if (process.env.FOOTING_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  tell(error instanceof Error ? error.message : String(error))
}

/** node:sqlite is still called experimental in Node 24: stderr belongs to our messages. */
function hideExperimentalWarnings(): void {
  const emitWarning = process.emitWarning.bind(process) as (...given: unknown[]) => void
  process.emitWarning = (...given: unknown[]) => {
    const kind = typeof given[1] === 'string' ? given[1] : (given[1] as { type?: string } | undefined)?.type
    if (kind !== 'ExperimentalWarning') emitWarning(...given)
  }
}

/**
 * Halves the start of every command (280 ms of CPU to 120): most of it is compiling zod and stripping types. The cache lies beside the packages,
 * not in the shared temp folder that Node would take, where somebody else could put code of theirs. `footing.js` has done so before; this is for who
 * starts without it.
 */
function cacheCompiledCode(): void {
  const packages = fileURLToPath(new URL('../../node_modules/', import.meta.url))
  if (existsSync(packages)) enableCompileCache(`${packages}.cache/footing`)
}

/** Where footing.js had to start another Node, that one must not go on writing after a kill of the first. */
function dieWithParent(): void {
  if (!process.env.FOOTING_PARENT || !process.channel) return
  delete process.env.FOOTING_PARENT
  process.once('disconnect', () => process.exit(exitCodes.problems))
  process.channel.unref()
}

const isEntry = process.argv[1] !== undefined && existsSync(process.argv[1]) && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
if (isEntry) await main(process.argv.slice(2))
