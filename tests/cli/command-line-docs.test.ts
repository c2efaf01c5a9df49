// docs/command-line.md is true: its examples run, and it names every command, table and code.

import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeProgram } from '../../src/cli/index.ts'
import { commands } from '../../src/core/commands/commands.ts'
import { tableNames } from '../../src/core/records/tables.ts'
import { refusalCodes } from '../../src/core/store/refusal.ts'
import { finished, makeWorkFolder } from './run-footing.ts'

const path = fileURLToPath(new URL('../../docs/command-line.md', import.meta.url))
const docs = readFileSync(path, 'utf8')
const examples = [...docs.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) => block.trim().split('\n'))

const { folder, env, remove } = makeWorkFolder()
const bin = join(folder, 'bin')
const work = join(folder, 'work')
beforeAll(() => {
  mkdirSync(bin)
  mkdirSync(work)
  symlinkSync(fileURLToPath(new URL('../../footing.js', import.meta.url)), join(bin, 'footing'))
  symlinkSync(process.execPath, join(bin, 'node'))
})
afterAll(remove)

describe('its examples, in order', () => {
  test.each(examples)('%s', async (example) => {
    const child = spawn('sh', ['-c', example], { cwd: work, env: { ...process.env, ...env, PATH: `${bin}${delimiter}${process.env.PATH}` } })
    child.stdin.end()
    const { code, stdout, stderr } = await finished(child)
    expect({ code, stderr: stderr.replace(/^footing: .*\n/gm, '') }, stderr).toEqual({ code: 0, stderr: '' })
    if (!/^printf .* > |--out |^footing (check|import)/.test(example)) expect(stdout).not.toBe('')
    if (example.includes('--json') || example.includes('batch')) for (const line of stdout.trim().split('\n').filter(Boolean)) JSON.parse(line)
    if (example.includes('batch')) expect(stdout).not.toContain('"ok":false')
  })
})

test('it names every command of the terminal with its options, and no other', () => {
  const program = makeProgram()
  const headings = [...docs.matchAll(/^## ([a-z-]+)/gm)].map(([, name]) => name)
  expect(headings.sort()).toEqual(program.commands.map((command) => command.name()).sort())
  for (const command of program.commands) for (const { long } of command.options) expect(docs, `${command.name()} ${long}`).toContain(long ?? '')
})

test('it names every command of batch, every table and every code', () => {
  for (const name of [...Object.keys(commands), 'history.undo', 'history.redo', 'history.forget', ...tableNames, ...refusalCodes])
    expect(docs).toContain(`\`${name}\``)
})
