// Clipped HTML in its worker: what it becomes, and that no page can hold the notebook or take it down.

import { describe, expect, test } from 'vitest'
import { convertClip } from '../../../src/host/clips/convert-clip.ts'
import { workerUrl } from '../../../src/host/worker-url.ts'

const convert = (html: string, limits?: Parameters<typeof convertClip>[2]) => convertClip(html, workerUrl, limits)

test('an article becomes its Markdown, with addresses made whole and pictures named, not fetched', async () => {
  const { markdown, title, language } = await convert(`<html lang="zh"><head><title>软银</title><base href="https://example.org/a/"></head><body>
    <nav>Menu</nav><article><h1>Bonds</h1><p>软银 <b>issued</b> <a href="b.html">bonds</a> <a href="javascript:x()">now</a>.</p>
    <img src="c.png" alt="chart"><script>x()</script><table><tr><th>a<th>b<tr><td>1<td>2</table></article></body></html>`)
  expect({ title, language }).toEqual({ title: '软银', language: 'zh' })
  expect(markdown).toBe(
    '# Bonds\n\n软银 **issued** [bonds](https://example.org/a/b.html) now.\n\n[chart](https://example.org/a/c.png)\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n',
  )
})

describe('a page that takes too much', () => {
  const limits = { longestMs: 900, mostMemoryMb: 64 }
  test.each([
    ['nested without end', '<div>'.repeat(300_000)],
    ['attributes without end', `<p ${Array.from({ length: 200_000 }, (_, number) => `a${number}`).join(' ')}>`],
    ['tables without end', `<table>${'<tr><td>a<td>b'.repeat(200_000)}</table>`],
  ])('%s is refused, and holds nobody up meanwhile', async (_name, html) => {
    let longest = 0
    let last = performance.now()
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    await expect(convert(html, limits)).rejects.toMatchObject({ code: 'too-large' })
    clearInterval(timer)
    // A bound that only a loop held for the whole of it would break.
    expect(longest).toBeLessThan(1_000)
  })

  test('does not stop the next; too many at once are told to wait', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => convert('<p>text</p>')))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
    expect((await convert('<p>text</p>')).markdown).toBe('text\n')
  })
})

test('without a worker HTML is refused in words', async () => {
  await expect(convertClip('<p>x</p>', undefined)).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('Markdown') })
})
