// Where links lead: asked for once in a batch, asked again after a commit, and told only when something became another.

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ClientState } from '../../../src/core/contract/notebook-client.ts'
import type { QuestionAnswers, QuestionInput } from '../../../src/core/contract/questions.ts'
import { LinkBook } from '../../../src/renderer/ui/markdown-editor/link-book.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A notebook of one source with highlights 1 and 2, and insights by title. */
function notebook(titles: Map<string, `insight:${string}`>) {
  const asked: QuestionInput<'resolve'>[] = []
  const listeners = new Set<() => void>()
  const state = { seq: 1 } as ClientState
  const client = {
    asked,
    state,
    onState: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    commit: () => {
      state.seq += 1
      for (const listener of listeners) listener()
    },
    ask: (async (_question: string, input: QuestionInput<'resolve'>) => {
      asked.push(input)
      const value: QuestionAnswers['resolve'] = {
        citations: input.citations.flatMap(({ citekey, highlight }) =>
          citekey === 'key' && (highlight ?? 1) <= 2
            ? [
                {
                  citekey,
                  ...(highlight === undefined
                    ? {}
                    : { number: highlight, highlight: `highlight:${highlight}` as const, quote: `quote ${highlight}` }),
                  source: 'source:s' as const,
                  sourceTitle: 'S',
                },
              ]
            : [],
        ),
        insights: input.titles.flatMap((title) => {
          const id = titles.get(title)
          return id ? [{ title, id }] : []
        }),
        figures: [],
      }
      return { ok: true as const, value }
    }) as unknown as ConstructorParameters<typeof LinkBook>[0]['ask'],
  }
  return client
}

it('knows nothing at first, asks once for all that was wanted, and tells when it knows', async () => {
  const client = notebook(new Map([['Known', 'insight:k']]))
  const book = new LinkBook(client)
  const heard = vi.fn()
  book.onChange(heard)
  const want = () => [
    book.citation({ citekey: 'key', highlight: 2 })?.quote,
    book.citation({ citekey: 'key', highlight: 9 }),
    book.citation({ citekey: '__proto__' }),
    book.insight(' known '.trim()),
    book.insight('Known'),
  ]
  expect(want()).toEqual([undefined, undefined, undefined, undefined, undefined])
  await vi.advanceTimersByTimeAsync(100)
  expect(client.asked.length).toBe(1)
  expect(heard).toHaveBeenCalledTimes(1)
  expect(book.citation({ citekey: 'key', highlight: 2 })?.quote).toBe('quote 2')
  expect(book.citation({ citekey: 'key', highlight: 9 })).toBeNull()
  expect(book.citation({ citekey: '__proto__' })).toBeNull()
  await vi.advanceTimersByTimeAsync(5000)
  expect(client.asked.length).toBe(1)
})

it('follows the notebook: an insight that is made later is found', async () => {
  const titles = new Map<string, `insight:${string}`>()
  const client = notebook(titles)
  const book = new LinkBook(client)
  book.insight('Later')
  await vi.advanceTimersByTimeAsync(100)
  expect(book.insight('Later')).toBeNull()
  const heard = vi.fn()
  book.onChange(heard)
  client.commit()
  await vi.advanceTimersByTimeAsync(2000)
  expect(heard).not.toHaveBeenCalled()
  titles.set('Later', 'insight:new')
  client.commit()
  client.commit()
  await vi.advanceTimersByTimeAsync(2000)
  expect(heard).toHaveBeenCalledTimes(1)
  expect(book.insight('later')).toBe('insight:new')
  expect(client.asked.length).toBe(3)
  book.close()
  client.commit()
  await vi.advanceTimersByTimeAsync(5000)
  expect(client.asked.length).toBe(3)
})

it('says that a number leads nowhere once its highlight is gone, though the source is there', async () => {
  const client = {
    state: { seq: 1 } as ClientState,
    onState: () => () => {},
    ask: (async () => ({
      ok: true as const,
      value: { citations: [{ citekey: 'key', number: 9, source: 'source:s' as const, sourceTitle: 'S' }], insights: [] },
    })) as unknown as ConstructorParameters<typeof LinkBook>[0]['ask'],
  }
  const book = new LinkBook(client)
  expect(book.citation({ citekey: 'key', highlight: 9 })).toBeUndefined()
  await vi.advanceTimersByTimeAsync(100)
  expect(book.citation({ citekey: 'key', highlight: 9 })).toBeNull()
})
