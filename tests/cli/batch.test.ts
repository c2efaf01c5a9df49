// `footing batch`: one answer per line, in order, whatever the lines hold.

import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { finished, jsonLines, linesOf, makeWorkFolder, runFooting, spawnFooting } from './run-footing.ts'

const { folder, env, remove } = makeWorkFolder()
let count = 0
let notebook: string
beforeEach(async () => {
  count += 1
  notebook = join(folder, `notebook ${count}`)
  expect((await runFooting(['new', notebook], { env })).code).toBe(0)
})
afterAll(remove)

type Answer = { id: unknown; ok: boolean; seq?: number; result?: { id: string; rev: number }; error?: { code: string; message: string } }

async function batch(input: string | Buffer): Promise<{ answers: Answer[]; stdout: string; code: number | null; stderr: string }> {
  const { stdout, ...rest } = await runFooting(['batch', notebook], { env, input })
  const [ready, ...answers] = jsonLines<Answer>(stdout)
  expect(ready).toEqual({ ready: true })
  return { answers, stdout, ...rest }
}

const line = (id: unknown, command: string, input: unknown) => `${JSON.stringify({ id, command, input })}\n`

test('answers come in the order of the lines, refusals among them, and the exit is 0', async () => {
  const { answers, code, stderr } = await batch(
    [
      line(1, 'insight.add', { id: 'insight:a', title: 'A' }),
      line(2, 'insight.revise', { id: 'insight:missing', title: 'B' }),
      line(3, 'insight.add', { id: 'insight:a', title: 'A' }),
      line(4, 'insight.add', { id: 'insight:a', title: 'other' }),
      line(5, 'insight.revise', { id: 'insight:a', body: 'text' }),
      line(6, 'insight.revise', { id: 'insight:a', rev: 1, body: 'old' }),
      line(7, 'insight.add', { titel: 'typo' }),
      line(8, 'insight.frobnicate', {}),
      line(9, 'insight.remove', { id: 'insight:a' }),
    ].join(''),
  )
  expect(answers.map(({ id, ok, seq, error }) => [id, ok ? seq : error?.code])).toEqual([
    [1, 1],
    [2, 'not-found'],
    [3, 1],
    [4, 'exists'],
    [5, 2],
    [6, 'stale'],
    [7, 'invalid'],
    [8, 'unknown-command'],
    [9, 3],
  ])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})

test('ids of every JSON type come back as they were sent, digit by digit', async () => {
  const ids = [
    '0',
    '-1',
    '1.5',
    '12345678901234567890',
    '1e400',
    '"text"',
    '"\\u0000 \\ud800"',
    'null',
    'true',
    '[1,[2]]',
    '{"__proto__":{"x":1}}',
    '""',
  ]
  const { stdout } = await batch(ids.map((id) => `{"id":${id},"command":"no.such","input":{}}\n`).join(''))
  const begins = stdout.trim().split('\n').slice(1)
  expect(begins.map((answer) => answer.slice(0, answer.indexOf(',"error"')))).toEqual(ids.map((id) => `{"id":${id},"ok":false`))
})

test('a line that does not fit is answered with the id that can be read, and the next one runs', async () => {
  const cases: [bad: string | Buffer, id: unknown][] = [
    ['nonsense', null],
    ['{"id":7,"command":"insight.add","input":{"title":', 7],
    ['{"id":"seven","command":', 'seven'],
    ['[1,2]', null],
    ['null', null],
    ['"insight.add"', null],
    ['{"command":5,"id":3}', 3],
    ['{"id":4}', 4],
    ['{"id":5,"command":"insight.add","input":{"title":"x"},"extra":1}', 5],
    ['{"id":6,"command":"insight.add","input":"text"}', 6],
    ['{"id":8,"command":"insight.add"}', 8],
    ['{"id":9,"command":"insight.add","input":{"title":"x","__proto__":{"body":"y"}}}', 9],
    [Buffer.concat([Buffer.from('{"id":10,"command":"'), Buffer.from([0xff]), Buffer.from('"}')]), 10],
  ]
  const lines = cases.flatMap(([bad]) => [Buffer.from(bad), Buffer.from(`\n${line('next', 'insight.add', { title: 'T' })}`)])
  const { answers, code } = await batch(Buffer.concat(lines))
  const next = { id: 'next', ok: true }
  expect(answers).toMatchObject(cases.flatMap(([, id]) => [{ id, ok: false, error: { code: 'invalid', message: expect.any(String) } }, next]))
  expect(code).toBe(0)
})

test('blank lines, CRLF, a byte order mark and a last line without its end are taken', async () => {
  const { answers } = await batch(
    `\ufeff\n\r\n${line(1, 'insight.add', { title: 'A' }).trim()}\r\n   \n${line(2, 'insight.add', { title: 'B' }).trim()}`,
  )
  expect(answers.map(({ id, ok }) => [id, ok])).toEqual([
    [1, true],
    [2, true],
  ])
})

test('nothing on stdin: ready, and done', async () => {
  expect(await batch('')).toMatchObject({ answers: [], code: 0, stderr: '' })
})

test('an answer comes while stdin stays open', async () => {
  const child = spawnFooting(['batch', notebook], { env })
  const next = linesOf(child)
  expect(await next()).toBe('{"ready":true}')
  for (const id of [1, 2, 3]) {
    child.stdin.write(line(id, 'insight.add', { title: `T${id}` }))
    expect(JSON.parse((await next()) ?? '')).toMatchObject({ id, ok: true, seq: id })
  }
  child.stdin.end()
  expect((await finished(child)).code).toBe(0)
})

test('20,000 lines and one of 20 MB go through, and dump shows them', async () => {
  const lines = Array.from({ length: 20_000 }, (_, position) => line(position, 'insight.add', { id: `insight:${position}`, title: `T ${position}` }))
  lines.splice(9_999, 0, line('large', 'insight.add', { id: 'insight:large', title: 'L', body: '软'.repeat(7_000_000) }))
  const { answers, code } = await batch(lines.join(''))
  expect(code).toBe(0)
  expect(answers.map(({ ok }) => ok).includes(false)).toBe(false)
  expect(answers.map(({ seq }) => seq)).toEqual(answers.map((_, position) => position + 1))
  const dumped = jsonLines<{ id: string; body: string }>((await runFooting(['dump', notebook], { env })).stdout)
  expect(dumped.map(({ id }) => id)).toEqual([...Array.from({ length: 20_000 }, (_, position) => `insight:${position}`), 'insight:large'].sort())
  expect(dumped.at(-1)?.body.length).toBe(7_000_000)
})

test('a second batch ends with 75 within two seconds, and says why on stderr alone', async () => {
  const first = spawnFooting(['batch', notebook], { env })
  const next = linesOf(first)
  await next()
  const begun = Date.now()
  const second = await runFooting(['batch', notebook], { env, input: line(1, 'insight.add', { title: 'A' }) })
  expect(Date.now() - begun).toBeLessThan(2_000)
  expect(second).toEqual({ code: 75, stdout: '', stderr: expect.stringMatching(/^footing: .*open in another.*\n$/) })
  expect((await runFooting(['dump', notebook], { env })).code, 'reading needs no lock').toBe(0)
  first.kill('SIGKILL')
  await finished(first)
  expect((await runFooting(['batch', notebook], { env, input: line(1, 'insight.add', { title: 'A' }) })).code, 'a killed one holds nothing').toBe(0)
})
