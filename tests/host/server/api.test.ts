// The JSON API as a program of this machine meets it: fetch against a real local server, with the token that `serve --json` prints.

import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiDocs } from '../../../tools/write-api-docs.ts'
import { type StartedServer, startTestServer } from './started-server.ts'

let server: StartedServer
beforeAll(async () => {
  server = await startTestServer({ startLink: 'until closed' })
})
afterAll(() => server.stop())

async function call(line: string, body?: unknown, headers: Record<string, string> = {}) {
  const [method = 'GET', path = '/'] = line.split(' ')
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    method,
    headers: { Authorization: `Bearer ${server.token}`, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, etag: response.headers.get('etag'), text, json: text.startsWith('{') ? JSON.parse(text) : undefined }
}

describe('insights', () => {
  test('put, get, revise, list and delete one whose id and title are hostile', async () => {
    const at = '/api/insights/insight:__proto__'
    const put = await call(`PUT ${at}`, { title: '__proto__', body: '软银 清仓' })
    expect(put).toMatchObject({ status: 201, etag: '"1"', json: { id: 'insight:__proto__', title: '__proto__', body: '软银 清仓', rev: 1 } })
    expect(await call(`GET ${at}`)).toMatchObject({ status: 200, json: put.json })
    expect(await call(`PUT ${at}`, { title: 'T', body: 'new' })).toMatchObject({ status: 200, etag: '"2"', json: { body: 'new' } })
    const { json } = await call('GET /api/insights?limit=500')
    const listed = json.insights.find(({ id }: { id: string }) => id === 'insight:__proto__')
    expect(listed).toMatchObject({ title: 'T', rev: 2 })
    expect(listed).not.toHaveProperty('body')
    expect(await call(`DELETE ${at}`)).toMatchObject({ status: 200, json: { id: 'insight:__proto__' } })
    expect(await call(`GET ${at}`)).toMatchObject({ status: 404, json: { error: { code: 'not-found' } } })
    expect((await call('GET /api/insights')).text).not.toContain('__proto__')
    const unseen = await call(`PUT ${at}`, { title: 'Into the trash', body: '' })
    expect(unseen).toMatchObject({ status: 404, json: { error: { message: expect.stringContaining('trash') } } })
    await call('POST /api/command', { command: 'trash.restore', input: { ids: ['insight:__proto__'] } })
    expect(await call(`GET ${at}`)).toMatchObject({ status: 200, json: { title: 'T', body: 'new' } })
    await call(`DELETE ${at}`)
  })

  test('an id is written as a part of an address is', async () => {
    const id = 'insight:软银/1?#%'
    const at = `/api/insights/${encodeURIComponent(id)}`
    expect(await call(`PUT ${at}`, { title: 'x', body: '' })).toMatchObject({ status: 201, json: { id } })
    expect(await call(`GET ${at}`)).toMatchObject({ status: 200, json: { id } })
  })

  test('If-Match keeps two clients from writing over each other', async () => {
    const at = '/api/insights/insight:match'
    await call(`PUT ${at}`, { title: 'a', body: '1' })
    expect(await call(`PUT ${at}`, { title: 'a', body: '2' }, { 'If-Match': '"1"' })).toMatchObject({ status: 200, etag: '"2"' })
    expect(await call(`PUT ${at}`, { title: 'a', body: '3' }, { 'If-Match': '"1"' })).toMatchObject({
      status: 412,
      json: { error: { code: 'stale' } },
    })
    expect(await call(`DELETE ${at}`, undefined, { 'If-Match': '"1"' })).toMatchObject({ status: 412 })
    expect(await call(`PUT ${at}`, { title: 'a', body: '3' }, { 'If-Match': 'W/"x"' })).toMatchObject({ status: 400 })
    expect((await call(`GET ${at}`)).json.body).toBe('2')
    expect(await call('PUT /api/insights/insight:none', { title: 'a', body: '' }, { 'If-Match': '"1"' })).toMatchObject({ status: 412 })
  })

  test.each([
    ['GET', '/api/insights/source:x', undefined, 404],
    ['PUT', '/api/insights/nonsense', { title: 'a', body: '' }, 400],
    ['PUT', '/api/insights/insight:x', { title: 'a' }, 400],
    ['PUT', '/api/insights/insight:x', { title: 'a', body: '', extra: 1 }, 400],
    ['PUT', '/api/insights/insight:x', '{"title":"a","body":"', 400],
    ['GET', '/api/insights?limit=501', undefined, 400],
    ['GET', '/api/insights?start=-1', undefined, 400],
    ['GET', '/api/insights?unknown=1', undefined, 400],
    ['GET', '/api/insights/%E0%A4%A', undefined, 404],
    ['GET', '/api/nothing', undefined, 404],
    ['PATCH', '/api/insights/insight:x', undefined, 405],
    ['POST', '/api/insights', { title: 'a', body: '' }, 405],
  ])('%s %s %j is refused with %i', async (method, path, body, status) => {
    expect((await call(`${method} ${path}`, body)).status).toBe(status)
  })
})

test('a clip becomes a source, and search finds it in one Chinese character', async () => {
  const clip = await call('POST /api/sources', { url: 'https://example.org/a', title: '软银 clip', markdown: '债券发行' })
  expect(clip).toMatchObject({ status: 201, json: { id: expect.stringMatching(/^source:/), citekey: expect.any(String) } })
  const { json } = await call(`GET /api/search?q=${encodeURIComponent('券')}`)
  expect(json.hits).toMatchObject([{ id: clip.json.id, match: '券' }])
})

test('a command and a question, as over the wire', async () => {
  const added = await call('POST /api/command', { command: 'insight.add', input: { id: 'insight:cmd', title: 'By command' } })
  expect(added).toMatchObject({ status: 200, json: { ok: true, result: { id: 'insight:cmd' } } })
  for (const [status, code, command, input] of [
    [400, 'unknown-command', 'rm -rf', {}],
    [400, 'invalid', 'insight.add', { nonsense: true }],
    [404, 'not-found', 'insight.revise', { id: 'insight:nobody', title: 'x' }],
    [409, 'exists', 'insight.add', { id: 'insight:cmd', title: 'Another' }],
    [412, 'stale', 'insight.revise', { id: 'insight:cmd', rev: 9, title: 'x' }],
  ] as const) {
    const refused = await call('POST /api/command', { command, input })
    expect(refused).toMatchObject({ status, json: { ok: false, error: { code, message: expect.stringMatching(/\S/) } } })
  }
  expect(await call('POST /api/ask', { question: 'who', input: {} })).toMatchObject({ status: 400, json: { ok: false, error: { code: 'invalid' } } })
  expect(await call('POST /api/ask', { question: 'search', input: { query: 'By command' } })).toMatchObject({ status: 200, json: { ok: true } })
})

describe('the token', () => {
  const bare = (headers: Record<string, string>, path = '/api/insights') => fetch(`http://127.0.0.1:${server.port}${path}`, { headers })

  test.each([{}, { Authorization: 'Bearer' }, { Authorization: 'Bearer x' }, { Authorization: 'Basic eDp5' }])('%j is none', async (headers) => {
    const response = await bare(headers as Record<string, string>)
    expect(response.status).toBe(401)
    expect(await response.text()).not.toContain('insight')
  })

  test('opens the API alone, not the page', async () => {
    expect((await bare({ Authorization: `Bearer ${server.token}` }, '/')).status).toBe(401)
    expect((await bare({}, '/api/health')).status).toBe(200)
  })

  test('a link that a browser used up is no token any more', async () => {
    const once = await startTestServer({ startLink: 'once' })
    const ask = () => fetch(`http://127.0.0.1:${once.port}/api/insights`, { headers: { Authorization: `Bearer ${once.token}` } })
    expect((await ask()).status).toBe(200)
    await once.openSession()
    expect((await ask()).status).toBe(401)
    await once.stop()
  })
})

test('docs/api.md says what the routes and their schemas say', () => {
  expect(readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8')).toBe(apiDocs())
})
