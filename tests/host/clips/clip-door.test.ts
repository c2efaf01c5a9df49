// Web clippers as their programs meet them: a notebook on disk, a paired token, and HTTP.

import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { answerQuestion } from '../../../src/host/answers/answer-question.ts'
import { openClipDoor } from '../../../src/host/clips/clip-door.ts'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import type { OpenNotebook } from '../../../src/host/opened-notebook.ts'
import { workerUrl } from '../../../src/host/worker-url.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

function makeFolder() {
  const root = mkdtempSync(join(tmpdir(), 'footing-clips-'))
  cleanups.push(() => rmSync(root, { recursive: true, force: true }))
  return { root, notebook: join(root, 'notebook'), clippers: join(root, 'clippers') }
}

async function open(folder: string, clippers: string): Promise<OpenNotebook & { ask: (question: string, input: unknown) => Promise<never> }> {
  const notebook = await openNotebook(folder, { create: { title: 'T' }, workerUrl })
  const door = await openClipDoor(notebook, { FOOTING_CLIPPERS: clippers })
  cleanups.push(async () => {
    await door.close()
    await notebook.close()
  })
  const ask = async (question: string, input: unknown) => {
    const answer = await answerQuestion(notebook, question, input)
    if (!answer.ok) throw new Error(answer.error.code)
    return answer.value as never
  }
  return Object.assign(notebook, { ask })
}

type Paired = { token: string; address: string; clippers: { id: string; name: string; usedAt?: string }[] }
const send = (address: string, token: string, body: unknown, method = 'POST') =>
  fetch(address, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(method === 'GET' || method === 'DELETE' ? {} : { body: JSON.stringify(body) }),
  })
const clip = { url: 'https://example.org/a', title: '软银', html: '<h1>Bonds</h1><p onclick="x()">软银 <b>issued</b></p><script>steal()</script>' }

describe('a paired clipper', () => {
  test('adds a source from HTML, and its use is noted', async () => {
    const { notebook: folder, clippers } = makeFolder()
    const notebook = await open(folder, clippers)
    const paired: Paired = await notebook.ask('clippers.pair', { name: ' Reading list ' })
    expect(paired.clippers).toMatchObject([{ name: 'Reading list' }])
    expect(paired.clippers[0]).not.toHaveProperty('usedAt')
    const response = await send(paired.address, paired.token, clip)
    expect(response.status).toBe(201)
    const { id } = (await response.json()) as { id: `source:${string}` }
    const source = notebook.view.get('sources', id)
    expect(source).toMatchObject({ title: '软银', url: 'https://example.org/a', kind: 'web page' })
    const text = await notebook.readText(source?.revisions[0]?.text ?? 'text:')
    expect(text?.markdown).toBe('# Bonds\n\n软银 **issued**\n')
    expect(await notebook.ask('clippers.list', {})).toMatchObject({
      clippers: [{ usedAt: expect.stringMatching(/^\d{4}-/) }],
      address: paired.address,
    })
  })

  test('may do nothing else', async () => {
    const { notebook: folder, clippers } = makeFolder()
    const notebook = await open(folder, clippers)
    const { address, token }: Paired = await notebook.ask('clippers.pair', { name: 'x' })
    await notebook.run('test', 'insight.add', { id: 'insight:secret', title: 'SECRET', body: 'SECRET' })
    const { origin } = new URL(address)
    for (const [line, status] of [
      ['GET /api/insights', 403],
      ['GET /api/insights/insight:secret', 403],
      ['PUT /api/insights/insight:secret', 403],
      ['DELETE /api/insights/insight:secret', 403],
      ['GET /api/search?q=SECRET', 403],
      ['POST /api/command', 403],
      ['POST /api/ask', 403],
      ['GET /api/nothing', 403],
      ['GET /api/sources', 405],
      ['GET /', 401],
      ['GET /wire', 401],
      ['GET /api/health', 200],
    ] as const) {
      const [method = '', path = ''] = line.split(' ')
      const response = await send(`${origin}${path}`, token, { question: 'search', input: { query: 'SECRET' } }, method)
      expect(`${line} ${response.status}`).toBe(`${line} ${status}`)
      expect(await response.text()).not.toContain('SECRET')
    }
    expect(notebook.view.get('insights', 'insight:secret')).toMatchObject({ title: 'SECRET' })
  })

  test('that is revoked is refused at once, and the last one closes the port', async () => {
    const { notebook: folder, clippers } = makeFolder()
    const notebook = await open(folder, clippers)
    expect(await notebook.ask('clippers.list', {})).toEqual({ clippers: [] })
    const first: Paired = await notebook.ask('clippers.pair', { name: 'first' })
    const second: Paired = await notebook.ask('clippers.pair', { name: 'second' })
    expect(second.address).toBe(first.address)
    await notebook.ask('clippers.revoke', { id: first.clippers[0]?.id })
    expect((await send(first.address, first.token, clip)).status).toBe(401)
    expect((await send(first.address, second.token, clip)).status).toBe(201)
    expect(await notebook.ask('clippers.revoke', { id: second.clippers[1]?.id })).toEqual({ clippers: [] })
    await expect(send(first.address, second.token, clip)).rejects.toThrow('fetch failed')
    await expect(notebook.ask('clippers.revoke', { id: second.clippers[1]?.id })).rejects.toThrow('not-found')
  })

  test('is known at the same address after a restart; in a copy of the notebook, or another notebook in its place, it is not', async () => {
    const { root, notebook: folder, clippers } = makeFolder()
    const notebook = await open(folder, clippers)
    const { address, token }: Paired = await notebook.ask('clippers.pair', { name: 'x' })
    for (const cleanup of cleanups.splice(1).reverse()) await cleanup()
    cpSync(folder, join(root, 'copy'), { recursive: true })
    const copy = await open(join(root, 'copy'), clippers)
    expect(await copy.ask('clippers.list', {})).toEqual({ clippers: [] })
    await open(folder, clippers)
    expect((await send(address, token, clip)).status).toBe(201)
    for (const cleanup of cleanups.splice(1).reverse()) await cleanup()
    rmSync(folder, { recursive: true })
    const other = await open(folder, clippers)
    expect(await other.ask('clippers.list', {})).toEqual({ clippers: [] })
  })

  test('is kept as a digest alone, readable by its owner alone, outside the notebook', async () => {
    const { notebook: folder, clippers } = makeFolder()
    const notebook = await open(folder, clippers)
    const { token }: Paired = await notebook.ask('clippers.pair', { name: 'x' })
    const files = readdirSync(clippers).map((name) => join(clippers, name))
    expect(files).toHaveLength(1)
    expect(readFileSync(files[0] ?? '', 'utf8')).not.toContain(token.slice(-20))
    if (process.platform !== 'win32') expect([statSync(files[0] ?? '').mode & 0o777, statSync(clippers).mode & 0o777]).toEqual([0o600, 0o700])
    const inNotebook = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    for (const { parentPath, name } of inNotebook) expect(readFileSync(join(parentPath, name), 'latin1')).not.toContain(token.slice(-20))
  })

  test('sends what the documentation shows', async () => {
    const docs = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8')
    const example = [...docs.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = '']) => text).find((text) => text.includes('$CLIP_TOKEN'))
    const { notebook: folder, clippers } = makeFolder()
    const notebook = await open(folder, clippers)
    const { address, token }: Paired = await notebook.ask('clippers.pair', { name: 'curl' })
    const env = { ...process.env, CLIP_TOKEN: token, CLIP_ADDRESS: address }
    const { stdout } = await promisify(execFile)('sh', ['-c', example ?? 'exit 1'], { env })
    expect(JSON.parse(stdout)).toMatchObject({ id: expect.stringMatching(/^source:/), citekey: expect.any(String) })
  })
})

test('a clip is markdown or HTML, holds text, and comes from the web', async () => {
  const { notebook: folder, clippers } = makeFolder()
  const notebook = await open(folder, clippers)
  const { address, token }: Paired = await notebook.ask('clippers.pair', { name: 'x' })
  const plain = { url: '', title: 'T', markdown: 'text' }
  for (const body of [
    { ...clip, markdown: 'x' },
    { url: '', title: 'T' },
    { ...plain, markdown: ' \n' },
    { ...clip, html: '<script>alert(1)</script>' },
    { ...plain, title: ' ' },
    { ...plain, id: 'source:mine' },
    ...['javascript:alert(1)', 'file:///etc/passwd', 'https://user:word@example.org/', '//example.org', 'mailto:a@b.c', 'x'].map((url) => ({
      ...plain,
      url,
    })),
  ]) {
    expect(`${JSON.stringify(body)} ${(await send(address, token, body)).status}`).toBe(`${JSON.stringify(body)} 400`)
  }
  expect((await send(address, token, plain)).status).toBe(201)
})
