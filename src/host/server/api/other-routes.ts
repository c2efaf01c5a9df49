// Sources, search, commands and questions over HTTP.

import { z } from 'zod'
import { isAllowedLink } from '../../../core/markdown/safe-html.ts'
import { maxBodyLength } from '../../../core/records/insight.ts'
import { Refusal, type RefusalValue } from '../../../core/store/refusal.ts'
import { answerQuestion } from '../../answers/answer-question.ts'
import { convertClip } from '../../clips/convert-clip.ts'
import { clipPath } from '../paths.ts'
import { type ApiAnswer, apiActor, clipActor, defineRoute, refusalAnswer } from './api-route.ts'

/** More than the longest page that anybody reads; a parser needs a hundred times as much memory. */
const maxHtmlLength = 4_000_000

const clip = z
  .strictObject({
    url: z
      .string()
      .max(4_000)
      .refine((url) => url === '' || (/^https?:/i.test(url) && isAllowedLink(url)), 'not the address of a web page')
      .default(''),
    title: z.string().trim().min(1),
    markdown: z.string().max(maxBodyLength).optional(),
    html: z.string().max(maxHtmlLength).optional(),
  })
  .refine(({ markdown, html }) => (markdown === undefined) !== (html === undefined), 'send either markdown or html')

const addSource = defineRoute({
  method: 'POST',
  path: clipPath,
  about:
    'Adds a clip as a source: where it stands, what it is called, and its text, either in Markdown or as the HTML of the page, which is turned into Markdown without running or fetching anything of it. Answered with 201 once durable. The one thing that the token of a paired web clipper may do.',
  body: clip,
  answer: async (notebook, { body: { url, title, markdown, html }, clipper }) => {
    try {
      const text = markdown ?? (await convertClip(html ?? '', notebook.workerUrl)).markdown
      if (text.trim() === '') return refusalAnswer({ code: 'invalid', message: 'this clip holds no text' })
      const input = { url, title, markdown: text, kind: 'web page' }
      const answer = await notebook.run(clipper === undefined ? apiActor : clipActor, 'source.add', input)
      return answer.ok ? { status: 201, value: { seq: answer.seq, ...(answer.result as object) } } : refusalAnswer(answer.error)
    } catch (error) {
      if (error instanceof Refusal) return refusalAnswer(error.toValue())
      throw error
    }
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
  about:
    'Runs one command as `footing batch` does, and answers in its form once it is durable: 200 with `{"ok":true,"seq":…,"result":…}`, or the status of the refusal with `{"ok":false,"error":…}`.',
  body: z.strictObject({ command: z.string().max(64), input: z.unknown() }),
  answer: async (notebook, { body }) => asOverWire(await notebook.run(apiActor, body.command, body.input)),
})

const ask = defineRoute({
  method: 'POST',
  path: '/api/ask',
  about: 'Asks one of the questions that windows ask: 200 with `{"ok":true,"value":…}`, or the status of the refusal with `{"ok":false,"error":…}`.',
  body: z.strictObject({ question: z.string().max(64), input: z.unknown() }),
  answer: async (notebook, { body }) => asOverWire(await answerQuestion(notebook, body.question, body.input)),
})

/** The whole answer, as windows and `footing batch` get it; a refusal with its status, for programs that look no further. */
function asOverWire(answer: { ok: true } | { ok: false; error: RefusalValue }): ApiAnswer {
  return { status: answer.ok ? 200 : refusalAnswer(answer.error).status, value: answer }
}

export const otherRoutes = [addSource, search, command, ask]
