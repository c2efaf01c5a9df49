// What a file becomes: its title, what its front matter says, and its text as it stands.

import { describe, expect, test } from 'vitest'
import { planSource } from '../../../src/core/import/plan-source.ts'

const plan = (text: string, fileName = 'my_notes.md') => planSource(fileName, text)

describe('the title', () => {
  const cases: [name: string, text: string, expected: string][] = [
    ['front matter', '---\ntitle: "From: YAML"\n---\n# Heading\n', 'From: YAML'],
    ['the first heading', 'Intro.\n\n## The *second* level ##\n\n# Later', 'The second level'],
    ['a Setext heading', 'Title here\n==========\n\ntext', 'Title here'],
    ['a heading in Chinese with bold beside punctuation', '# 软银**“清仓”**英伟达\n', '软银“清仓”英伟达'],
    ['a heading after a fence that holds a comment', '```sh\n# no heading\n```\n\n# Real\n', 'Real'],
    ['the file name', 'No heading, and #hashtag is none.\n', 'my notes'],
    ['the file name when the heading is empty', '#\n\ntext', 'my notes'],
    ['a year', '---\ntitle: 2025\n---\ntext', '2025'],
    ['a rule is no heading', 'one\n\n---\n\ntwo', 'my notes'],
    ['CRLF', '# Title\r\n\r\ntext\r\n', 'Title'],
  ]
  test.each(cases)('%s', (_name, text, expected) => {
    expect(plan(text)?.input.title).toBe(expected)
  })
})

describe('front matter', () => {
  const cases: [yaml: string, expected: object][] = [
    ['author: Ada Lovelace', { authors: ['Ada Lovelace'] }],
    ['authors: [A B, "Doe, Jane"]', { authors: ['A B', 'Doe, Jane'] }],
    ['author: A B and C D; E F', { authors: ['A B', 'C D', 'E F'] }],
    ['authors:\n  - name: A B\n  - given: C\n    family: D', { authors: ['A B', 'C D'] }],
    ['date: 2025-11-14', { published: '2025-11-14' }],
    ['date: 2025-11-14T08:30:00+08:00', { published: '2025-11-14' }],
    ['date: 2025/1/4', { published: '2025-01-04' }],
    ['date: 2025', { published: '2025' }],
    ['date: 2025-11', { published: '2025-11' }],
    ['url: https://example.org/a?b=c', { url: 'https://example.org/a?b=c' }],
    ['publisher: 新浪证券', { publisher: '新浪证券' }],
    ['lang: zh_CN', { language: 'zh-CN' }],
    ['citekey: "@sina2025-exit"', { citekey: 'sina2025-exit' }],
    ['Title: Upper', { title: 'Upper' }],
    ['type: Filing', { kind: 'filing' }],
    ['__proto__: {}\nconstructor: x', {}],
  ]
  test.each(cases)('%s', (yaml, expected) => {
    const planned = plan(`---\n${yaml}\n---\nText.`)
    const { title, markdown, ...fields } = planned?.input ?? { title: '', markdown: '' }
    expect({ title, ...fields }).toEqual({ title: 'my notes', ...expected })
    expect(planned?.notes).toEqual([])
    expect(markdown).toBe('Text.')
  })

  test.each(['date: next week', 'date: 2025-02-30', 'url: javascript:alert(1)', 'lang: English language', 'citekey: a b', 'author: {x: 1}'])(
    '%s is named as not understood, and the file still comes in',
    (yaml) => {
      const planned = plan(`---\n${yaml}\n---\nText.`)
      expect(planned?.notes).toHaveLength(1)
      expect(Object.keys(planned?.input ?? {}).sort()).toEqual(['markdown', 'title'])
    },
  )

  test('what is no YAML is kept as text, so that nothing is lost', () => {
    const text = '---\ntitle: [unclosed\n---\n# Heading\n'
    expect(plan(text)).toMatchObject({ input: { title: 'Heading', markdown: text }, notes: [expect.stringContaining('line 2')] })
  })

  test('the body is kept byte for byte', () => {
    const body = '\r\n# T\r\n\r\ntrailing  \r\n\tand tabs \n\n\n'
    expect(plan(`---\r\ntitle: x\r\n---\r\n${body}`)?.input.markdown).toBe(body)
  })

  test.each(['', '  \n\n', '---\ntitle: only that\n---\n'])('a file without text is none: %j', (text) => {
    expect(plan(text)).toBeUndefined()
  })
})

describe('dates that are none', () => {
  test.each(['2025-13-01', '2025-02-30', '2025-99-99', '0000-00-00'])('%s is named and left out', (date) => {
    const plan = planSource('a.md', `---\ndate: "${date}"\n---\nText\n`)
    expect(plan?.input.published).toBeUndefined()
    expect(plan?.notes).toEqual(['the published of its front matter was not understood'])
  })
})
