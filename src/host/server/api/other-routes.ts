// Sources, search, commands and questions over HTTP.

import { z } from 'zod'
import { maxBodyLength } from '../../../core/records/insight.ts'
import { answerQuestion } from '../../answers/answer-question.ts'
import { type ApiAnswer, apiActor, defineRoute, refusalAnswer } from './api-route.ts'

const addSource = defineRoute({
  method: 'POST',
  path: '/api/sources',
  about: 'Adds a clip as a source: where it stands, what it is called, and its text in Markdown. Answered with 201 once durable.',
  body: z.strictObject({ url: z.string().max(4_000).default(''), title: z.string().trim().min(1), markdown: z.string().max(maxBodyLength) }),
  answer: async (notebook, { body: { url, title, markdown } }) => {
    const answer = await notebook.run(apiActor, 'source.add', { url, title, markdown, kind: 'web page' })
    return answer.ok ? { status: 201, value: { seq: answer.seq, ...(answer.result as object) } } : refusalAnswer(answer.error)
  },
})

const search = defineRoute({
  method: 'GET',
  path: '/api/search',
  about: 'Where `q` stands in the notebook, as `footing search` finds it: at most `limit` places (50, up to 500).',
  query: z.strictObject({ q: z.string().min(1).max(500), limit: z.coerce.number().int().min(1).max(500).default(50) }),
  answer: async (notebook, { query: { q, limit } }): Promise<ApiAnswer> => {
    const answer = await answerQuestion(notebook, 'search', { query: q, limit })
    return answer.ok ? { status: 200, value: answer.value } : refusalAnswer(answer.error)
  },
})

const command = defineRoute({
  method: 'POST',
  path: '/api/command',
  about: 'Runs one command as `footing batch` does; the answer says whether it was accepted, and comes once it is durable.',
  body: z.strictObject({ command: z.string().max(64), input: z.unknown() }),
  answer: async (notebook, { body }) => ({ status: 200, value: await notebook.run(apiActor, body.command, body.input) }),
})

const ask = defineRoute({
  method: 'POST',
  path: '/api/ask',
  about: 'Asks one of the questions that windows ask.',
  body: z.strictObject({ question: z.string().max(64), input: z.unknown() }),
  answer: async (notebook, { body }) => ({ status: 200, value: await answerQuestion(notebook, body.question, body.input) }),
})

export const otherRoutes = [addSource, search, command, ask]
