// Unsent typing: when it is sent, what happens when another window was quicker, and that none of it is ever lost.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Draft, type DraftAnswer, type KeptDraft } from '../../src/renderer/notebook/draft.ts'

type Note = { title: string; body: string; topics: readonly string[]; kind: string }

/** A clock that stands until it is told to go on. */
class TestClock {
  at = 0
  #timers: { at: number; run: () => void }[] = []
  now = () => this.at
  after = (delayMs: number, run: () => void) => {
    const timer = { at: this.at + delayMs, run }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }
  async pass(ms: number): Promise<void> {
    const end = this.at + ms
    for (;;) {
      const next = this.#timers.filter((timer) => timer.at <= end).sort((one, other) => one.at - other.at)[0]
      if (!next) break
      this.#timers = this.#timers.filter((other) => other !== next)
      this.at = next.at
      next.run()
      await settled()
    }
    this.at = end
  }
}

const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
}

/** One record behind a wire that can be slow: answers wait until `answer()` unless it is `quick`. */
class TestNotebook {
  rev = 1
  content: Note
  commands: { rev: number; changes: Partial<Note> }[] = []
  quick = true
  refuse: DraftAnswer | undefined
  #waiting: (() => void)[] = []
  #followers = new Set<(version: { rev: number; content: Note; info: undefined }) => void>()
  constructor(content: Partial<Note> = {}) {
    this.content = { title: 't', body: '', topics: [], kind: 'fact', ...content }
  }
  send = (rev: number, changes: Partial<Note>) =>
    new Promise<DraftAnswer>((resolve) => {
      this.commands.push({ rev, changes })
      const run = () => {
        if (this.refuse) return resolve(this.refuse)
        if (rev !== this.rev) return resolve({ ok: false, error: { code: 'stale', message: 'changed meanwhile' } })
        this.change(changes)
        resolve({ ok: true, rev: this.rev })
      }
      if (this.quick) run()
      else this.#waiting.push(run)
    })
  answer = async () => {
    for (const run of this.#waiting.splice(0)) run()
    await settled()
  }
  change(changes: Partial<Note>): void {
    this.rev += 1
    this.content = { ...this.content, ...changes }
    for (const follow of this.#followers) follow(this.version)
  }
  follow(draft: Draft<Note>): void {
    this.#followers.add((version) => draft.receive(version))
    draft.receive(this.version)
  }
  get version() {
    return { rev: this.rev, content: this.content, info: undefined }
  }
}

function setUp(content: Partial<Note> = {}) {
  const clock = new TestClock()
  const notebook = new TestNotebook(content)
  const storage: { kept: KeptDraft<Note> | undefined } = { kept: undefined }
  const open = () => {
    const draft = new Draft<Note>({
      merges: { title: 'text', body: 'text', topics: 'set', kind: 'choice' },
      send: notebook.send,
      clock,
      keep: (kept) => {
        storage.kept = kept && structuredClone(kept)
      },
    })
    notebook.follow(draft)
    return draft
  }
  return { clock, notebook, storage, open, draft: open() }
}

describe('when typing is sent', () => {
  it('is 300 ms after the last key, as one command', async () => {
    const { clock, notebook, draft } = setUp()
    for (const body of ['S', 'So', 'Sof']) {
      draft.edit('body', body)
      await clock.pass(100)
    }
    expect(notebook.commands).toEqual([])
    await clock.pass(199)
    expect(notebook.commands).toEqual([])
    await clock.pass(1)
    expect(notebook.commands).toEqual([{ rev: 1, changes: { body: 'Sof' } }])
    expect(draft.state.isUnsent).toBe(false)
  })

  it('is every 2 s while typing goes on', async () => {
    const { clock, notebook, draft } = setUp()
    for (let key = 1; key <= 50; key += 1) {
      draft.edit('body', 'x'.repeat(key))
      await clock.pass(100)
    }
    expect(notebook.commands.length).toBe(2)
    await clock.pass(300)
    expect(notebook.content.body).toBe('x'.repeat(50))
    expect(notebook.commands.length).toBe(3)
  })

  it('is now on blur, and for choices and lists', async () => {
    const { notebook, draft } = setUp()
    draft.edit('title', 'New')
    draft.flush()
    await settled()
    draft.edit('kind', 'forecast')
    await settled()
    draft.edit('topics', ['NVIDIA exit'])
    await settled()
    expect(notebook.commands.map(({ changes }) => changes)).toEqual([{ title: 'New' }, { kind: 'forecast' }, { topics: ['NVIDIA exit'] }])
  })

  it('is not while another command is on its way, nor for text typed and taken back', async () => {
    const { clock, notebook, draft } = setUp()
    notebook.quick = false
    draft.edit('body', 'a')
    await clock.pass(300)
    draft.edit('body', 'ab')
    draft.flush()
    await clock.pass(5000)
    expect(notebook.commands.length).toBe(1)
    await notebook.answer()
    expect(notebook.commands.at(-1)).toEqual({ rev: 2, changes: { body: 'ab' } })
    await notebook.answer()
    expect(draft.state.isUnsent).toBe(false)
    draft.edit('body', 'abc')
    draft.edit('body', 'ab')
    await clock.pass(5000)
    expect(notebook.commands.length).toBe(2)
    expect(draft.state.isUnsent).toBe(false)
  })

  it('is not while an input method is composing', async () => {
    const { clock, notebook, draft } = setUp()
    draft.compose(true)
    draft.edit('body', 'ruan')
    await clock.pass(10_000)
    draft.flush()
    expect(notebook.commands).toEqual([])
    notebook.change({ title: 'theirs' })
    expect(draft.state.content?.title).toBe('t')
    draft.edit('body', '软银')
    draft.compose(false)
    await clock.pass(300)
    expect(notebook.content).toMatchObject({ body: '软银', title: 'theirs' })
  })

  it('is tried again where the disk was full', async () => {
    const { clock, notebook, draft } = setUp()
    notebook.refuse = { ok: false, error: { code: 'no-space', message: 'the disk is full' } }
    draft.edit('body', 'kept')
    await clock.pass(300)
    expect(draft.state).toMatchObject({ isUnsent: true, refusal: { code: 'no-space' }, content: { body: 'kept' } })
    notebook.refuse = undefined
    await clock.pass(5000)
    expect(notebook.content.body).toBe('kept')
    expect(draft.state.refusal).toBeUndefined()
  })
})

describe('what other windows do', () => {
  it('is shown at once where nothing is typed here', () => {
    const { notebook, draft } = setUp({ body: 'one' })
    notebook.change({ body: 'two' })
    expect(draft.state).toMatchObject({ content: { body: 'two' }, isUnsent: false })
  })

  it('is merged where it does not touch, whether it was heard before or after the command was refused', async () => {
    for (const quick of [true, false]) {
      const { clock, notebook, draft } = setUp({ body: 'first line\nlast line\n' })
      notebook.quick = quick
      draft.edit('body', 'FIRST line\nlast line\n')
      if (!quick) await clock.pass(300)
      notebook.change({ body: 'first line\nlast LINE\n', title: 'their title' })
      await clock.pass(300)
      for (let turn = 0; turn < 3; turn += 1) await notebook.answer()
      expect(notebook.content).toMatchObject({ body: 'FIRST line\nlast LINE\n', title: 'their title' })
      expect(draft.state).toMatchObject({ content: { body: 'FIRST line\nlast LINE\n' }, isUnsent: false })
    }
  })

  it('is kept beside ours where it touches; other fields go on being saved, and the choice ends it', async () => {
    const { clock, notebook, draft } = setUp({ body: 'grew by half' })
    draft.edit('body', 'grew by a third')
    notebook.change({ body: 'grew by a quarter' })
    await clock.pass(10_000)
    expect(draft.state.content?.body).toBe('grew by a third')
    expect(draft.state.conflicts.get('body')).toEqual({ base: 'grew by half', theirs: 'grew by a quarter' })
    expect(notebook.content.body).toBe('grew by a quarter')
    draft.edit('title', 'Growth')
    await clock.pass(300)
    expect(notebook.content.title).toBe('Growth')
    draft.resolve('body', 'grew by a third')
    await clock.pass(300)
    expect(notebook.content.body).toBe('grew by a third')
    expect(draft.state).toMatchObject({ isUnsent: false })
    expect(draft.state.conflicts.size).toBe(0)
  })

  it('ends a conflict by itself when theirs is taken back', () => {
    const { notebook, draft } = setUp({ body: 'one' })
    draft.edit('body', 'two')
    notebook.change({ body: 'three' })
    expect(draft.state.conflicts.size).toBe(1)
    notebook.change({ body: 'one' })
    expect(draft.state.conflicts.size).toBe(0)
    expect(draft.state.content?.body).toBe('two')
  })

  it('joins lists: what either added is there, what either removed is not', async () => {
    const { notebook, draft } = setUp({ topics: ['a', 'b', 'c'] })
    notebook.quick = false
    draft.edit('topics', ['a', 'b', 'mine'])
    notebook.change({ topics: ['b', 'c', 'theirs'] })
    for (let turn = 0; turn < 3; turn += 1) await notebook.answer()
    expect(notebook.content.topics).toEqual(['b', 'theirs', 'mine'])
  })

  it('leaves the typing here when the record was deleted', async () => {
    const { clock, draft } = setUp({ body: 'one' })
    draft.edit('body', 'two')
    draft.receive(null)
    await clock.pass(1000)
    expect(draft.state).toMatchObject({ phase: 'gone', content: { body: 'two' }, isUnsent: true })
  })
})

describe('a window that ends', () => {
  it('leaves its typing for the next, which puts it back, saves it and can take it out again', async () => {
    const { clock, notebook, storage, draft, open } = setUp({ body: 'start' })
    notebook.quick = false
    draft.edit('body', 'start and more')
    await clock.pass(250)
    const kept = storage.kept
    expect(kept).toMatchObject({ local: { body: 'start and more' }, base: { body: 'start' } })
    const next = open()
    next.restore(kept!)
    expect(next.state).toMatchObject({ content: { body: 'start and more' }, restored: { before: { body: 'start' } } })
    await notebook.answer()
    expect(notebook.content.body).toBe('start and more')
    next.settleRestored('discard')
    await clock.pass(300)
    await notebook.answer()
    expect(notebook.content.body).toBe('start')
  })

  it('does not double what had arrived after all', async () => {
    const { clock, notebook, storage, draft, open } = setUp({ body: '' })
    notebook.quick = false
    draft.edit('body', 'sent')
    await clock.pass(300)
    draft.edit('body', 'sent and typed on')
    draft.keepNow()
    const kept = storage.kept!
    notebook.change({ body: 'sent' })
    const next = open()
    next.restore(kept)
    expect(next.state.content?.body).toBe('sent and typed on')
    expect(next.state.conflicts.size).toBe(0)
  })

  it('keeps nothing once all is acknowledged', async () => {
    const { clock, storage, draft } = setUp()
    draft.edit('body', 'x')
    await clock.pass(200)
    expect(storage.kept).toBeDefined()
    await clock.pass(100)
    expect(storage.kept).toBeUndefined()
  })
})

const step = fc.tuple(fc.constantFrom('one', 'other'), fc.nat(5), fc.nat(400), fc.boolean())

it.each([
  ['quick', true],
  ['slow', false],
])('two windows that type at random at a %s notebook end with one text, and no word is missing', async (_name, quick) => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), async (steps) => {
      const { clock, notebook, draft: one, open } = setUp({ body: Array.from({ length: 6 }, (_, line) => `line ${line}.`).join('\n\n') })
      notebook.quick = quick
      const other = open()
      const typed: { word: string; window: Draft<Note> }[] = []
      for (const [index, [who, line, pauseMs, isAnswered]] of steps.entries()) {
        const window = who === 'one' ? one : other
        const word = `<${who}${index}>`
        const lines = (window.state.content?.body ?? '').split('\n\n')
        lines[line % lines.length] += ` ${word}`
        window.edit('body', lines.join('\n\n'))
        typed.push({ word, window })
        await clock.pass(pauseMs)
        if (isAnswered) await notebook.answer()
      }
      for (let turn = 0; turn < 20; turn += 1) {
        await clock.pass(2_000)
        await notebook.answer()
      }
      for (const { word, window } of typed) {
        const places = [notebook.content.body, window.state.content?.body ?? '']
        expect(places.some((place) => place.split(word).length === 2)).toBe(true)
      }
      for (const window of [one, other]) {
        if (window.state.conflicts.size > 0) continue
        expect(window.state).toMatchObject({ isUnsent: false, content: { body: notebook.content.body } })
      }
      expect(one.state.conflicts.size * other.state.conflicts.size).toBe(0)
    }),
    { numRuns: 200 },
  )
})
