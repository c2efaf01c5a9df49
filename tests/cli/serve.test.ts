// `footing serve`: its line for programs, its end, and other terminals that work through it while it holds the notebook.

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { finished, jsonLines, linesOf, makeWorkFolder, runFooting, spawnFooting } from './run-footing.ts'

const { folder, env: base, remove } = makeWorkFolder()
const window = join(folder, 'window')
mkdirSync(window)
writeFileSync(join(window, 'index.html'), '<!doctype html><html><head></head><body></body></html>')
const env = { ...base, FOOTING_WINDOW: window }
const runtime = join(base.XDG_RUNTIME_DIR ?? '', 'footing')

const leftovers = () => readdirSync(runtime).filter((name) => /\.(sock|token)$/.test(name))

let count = 0
let notebook: string
let serving: ReturnType<typeof spawnFooting> | undefined
beforeEach(async () => {
  count += 1
  notebook = join(folder, `notebook ${count}`)
  expect((await runFooting(['new', notebook, '--starter'], { env })).code).toBe(0)
})
afterEach(async () => {
  if (serving && serving.exitCode === null && serving.signalCode === null) {
    const end = finished(serving)
    serving.kill('SIGKILL')
    await end
  }
  serving = undefined
})
afterAll(remove)

async function serve(...words: string[]): Promise<{ url: string; token: string }> {
  serving = spawnFooting(['serve', notebook, '--json', '--no-open', ...words], { env })
  return JSON.parse((await linesOf(serving)()) ?? '') as { url: string; token: string }
}

async function dump(): Promise<Map<string, Record<string, unknown>>> {
  const { stdout, code } = await runFooting(['dump', notebook], { env })
  expect(code).toBe(0)
  return new Map(jsonLines(stdout).map((record) => [record.id as string, record]))
}

const add = (id: number) => `${JSON.stringify({ id, command: 'insight.add', input: { id: `insight:${id}`, title: `T ${id}` } })}\n`

test('prints its address on 127.0.0.1 and a token, answers there, and ends with 0 when it is told to', async () => {
  const { url, token } = await serve()
  expect(new URL(url).hostname).toBe('127.0.0.1')
  expect(url).toContain(token)
  expect((await fetch(url, { redirect: 'manual' })).status).toBeLessThan(400)
  expect((await fetch(new URL('/', url))).status).toBeGreaterThanOrEqual(400)
  const end = finished(serving!)
  serving!.kill('SIGTERM')
  expect((await end).code).toBe(0)
  expect(leftovers(), 'socket and token are gone').toEqual([])
})

test('a batch beside it is served through it: same answers, durable before they are given', async () => {
  await serve()
  const input = [
    add(1),
    add(2),
    add(1),
    '{"id":"x","command":"no.such"}\n',
    'nonsense\n',
    '{"id":5,"command":"insight.revise","input":{"id":"insight:1","rev":9,"title":"late"}}\n',
    '{"id":{"__proto__":null},"command":"insight.add","input":{"id":"insight:__proto__","title":"__proto__"}}\n',
    add(7),
  ].join('')
  const through = await runFooting(['batch', notebook], { env, input })
  expect(through).toMatchObject({ code: 0, stderr: '' })
  const dumped = await dump()
  expect(dumped.get('insight:__proto__')).toMatchObject({ title: '__proto__' })

  // The same lines without a server, on a notebook like it, give the same lines.
  const twin = join(folder, `twin ${count}`)
  expect((await runFooting(['new', twin, '--starter'], { env })).code).toBe(0)
  expect((await runFooting(['batch', twin], { env, input })).stdout).toBe(through.stdout)
})

test('two batches at once, each of 2,000 lines, are both served', async () => {
  await serve()
  const lines = (from: number) => Array.from({ length: 2_000 }, (_, position) => add(from + position)).join('')
  const both = await Promise.all([10_000, 20_000].map((from) => runFooting(['batch', notebook], { env, input: lines(from) })))
  for (const [index, { code, stdout }] of both.entries()) {
    expect(code).toBe(0)
    const [, ...answers] = jsonLines<{ id: number; ok: boolean; seq: number }>(stdout)
    expect(answers.map(({ id }) => id)).toEqual(answers.map((_, position) => (index + 1) * 10_000 + position))
    expect(answers.every(({ ok }, position) => ok && (position === 0 || answers[position]!.seq > answers[position - 1]!.seq))).toBe(true)
  }
  expect([...(await dump()).keys()].filter((id) => /^insight:[12]\d{4}$/.test(id))).toHaveLength(4_000)
})

test('import, reset-starter, reading and check work beside it', async () => {
  await serve()
  const text = join(folder, `text ${count}.md`)
  writeFileSync(text, '# A title\n\nwords\n')
  const first = await runFooting(['import', notebook, text, '--json'], { env })
  expect(first.code).toBe(0)
  expect(jsonLines(first.stdout)).toMatchObject([{ outcome: 'kept', title: 'A title' }])
  expect(jsonLines((await runFooting(['import', notebook, text, '--json'], { env })).stdout)).toMatchObject([{ outcome: 'skipped' }])
  await runFooting(['batch', notebook], { env, input: '{"id":1,"command":"insight.remove","input":{"id":"insight:arizona"}}\n' })
  expect((await runFooting(['reset-starter', notebook, '--json'], { env })).stdout).toBe('{"changed":1}\n')
  expect((await runFooting(['check', notebook, '--json'], { env })).stdout).toBe('')
  expect((await runFooting(['search', notebook, 'Arizona', '--json'], { env })).code).toBe(0)
})

test('a second serve ends with 75', async () => {
  await serve()
  expect(await runFooting(['serve', notebook, '--no-open'], { env })).toEqual({
    code: 75,
    stdout: '',
    stderr: expect.stringMatching(/^footing: [^\n]+\n$/),
  })
})

test('killed in the middle: a batch through it says that the fate is unknown, what it acknowledged is there, and the next serve starts', async () => {
  await serve()
  const child = spawnFooting(['batch', notebook], { env })
  child.stdin.on('error', () => {})
  const end = finished(child)
  const lines = Array.from({ length: 30_000 }, (_, position) => add(position)).join('')
  child.stdin.end(lines)
  let seen = 0
  child.stdout.on('data', (chunk: Buffer) => {
    seen += chunk.length
    if (seen > 20_000) serving?.kill('SIGKILL')
  })
  const { code, stdout } = await end
  expect(code).toBe(1)
  const [, ...answers] = jsonLines<{ id: number; ok: boolean; error?: { code: string } }>(stdout)
  expect(answers.map(({ id }) => id)).toEqual(Array.from({ length: 30_000 }, (_, position) => position))
  const refused = answers.filter(({ ok }) => !ok).map(({ error }) => error?.code)
  expect(new Set(refused)).toEqual(new Set(['fate-unknown', 'closed']))
  const dumped = await dump()
  expect(answers.filter(({ ok, id }) => ok && !dumped.has(`insight:${id}`))).toEqual([])
  expect((await runFooting(['check', notebook], { env })).code).toBe(0)

  expect(leftovers().length, 'the killed one left its socket').toBeGreaterThan(0)
  await serve()
  expect((await runFooting(['batch', notebook], { env, input: '{"id":1,"command":"insight.add","input":{"title":"x"}}\n' })).code).toBe(0)
})
