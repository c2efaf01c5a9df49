import { afterAll, describe, expect, test } from 'vitest'
import { jsonLines, makeWorkFolder, runFooting } from './run-footing.ts'

const { env, remove } = makeWorkFolder()
afterAll(remove)

const text = '软银出售了全部股份。In May it sold its whole stake, “all of it”.'
const quote = (exact: string, rest: object = {}) => JSON.stringify({ text, selector: { type: 'TextQuoteSelector', exact, ...rest } })

describe('anchor', () => {
  test('answers line by line, in order, with offsets of the text', async () => {
    const input = `${[
      quote('its whole stake', { prefix: 'it sold ', start: 3 }),
      quote('出售了\n全部', { start: 2 }),
      quote('"all of it"'),
      quote('a sentence that was never there', { start: 5 }),
    ].join('\n')}\n`
    const { code, stdout, stderr } = await runFooting(['anchor'], { env, input })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const answers = jsonLines<{ kind: string; start: number; end: number; score: number }>(stdout)
    expect(answers.map(({ kind, start, end }) => (kind === 'lost' ? kind : `${kind}: ${text.slice(start, end)}`))).toEqual([
      'moved: its whole stake',
      'exact: 出售了全部',
      'exact: “all of it”',
      'lost',
    ])
    for (const { kind, score } of answers) if (kind !== 'lost') expect(score).toBeGreaterThan(0.5)
  })

  test('carries a passage across where it is given the old text', async () => {
    const oldText = 'Revenue rose 5 %. Costs rose 5 %.'
    const newText = 'Costs rose 5 %.'
    const line = (start: number) => JSON.stringify({ oldText, text: newText, selector: { exact: 'rose 5 %', start } })
    const { stdout } = await runFooting(['anchor'], { env, input: `${line(8)}\n${line(24)}\n` })
    expect(jsonLines(stdout).map(({ kind, start }) => [kind, start])).toEqual([
      ['lost', undefined],
      ['moved', 6],
    ])
  })

  test('names what is wrong with a line, answers the others, and ends with 1', async () => {
    const input = Buffer.concat([Buffer.from(`{nonsense\n\n{"text":"a"}\n`), Buffer.from([0x7b, 0xff, 0x0a]), Buffer.from(quote('May'))])
    const { code, stdout } = await runFooting(['anchor'], { env, input })
    expect(code).toBe(1)
    const answers = jsonLines(stdout)
    expect(answers.slice(0, 3).map(({ error }) => String(error).slice(0, 20))).toEqual([
      'the line is not JSON',
      'a line is {"text":"…'.slice(0, 20),
      'the line is not UTF-',
    ])
    expect(answers[3]).toMatchObject({ kind: 'exact', start: text.indexOf('May') })
  })
})
