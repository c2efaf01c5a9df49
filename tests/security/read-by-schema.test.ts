// A value that nothing can be compared with, wherever a command, a question or a query takes a field: refused like any other that does not fit.

import { expect, test } from 'vitest'
import { z } from 'zod'
import { commands } from '../../src/core/commands/commands.ts'
import { questions } from '../../src/core/contract/questions.ts'
import { readBySchema } from '../../src/core/contract/read-by-schema.ts'
import { queries } from '../../src/core/queries/queries.ts'
import { startTestServer } from '../host/server/started-server.ts'

const incomparable: unknown = JSON.parse('{"length":{"valueOf":1,"toString":1},"size":{"valueOf":1,"toString":1}}')

const schemas = [
  ...Object.entries(commands).map(([name, { schema }]) => [name, schema] as const),
  ...Object.entries(questions),
  ...Object.entries(queries).map(([name, { params }]) => [name, params] as const),
]

test.each(schemas)('%s', (_name, schema) => {
  expect(readBySchema(schema as z.ZodType, incomparable).success).toBe(false)
  for (const field of schema instanceof z.ZodObject ? Object.keys(schema.shape) : ['report', 'id'])
    for (const value of [incomparable, [incomparable]]) expect(readBySchema(schema as z.ZodType, { [field]: value }).success, field).toBe(false)
})

test('over HTTP it is a bad request', async () => {
  const server = await startTestServer()
  try {
    const answer = await fetch(`${new URL('/', server.url).origin}/api/insights/insight:new`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${server.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ title: incomparable, body: '' }),
    })
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringMatching(/^Bad Request: [^\n]+\n?$/)])
  } finally {
    await server.stop()
  }
})
