// Checks that the starter notebook holds together: quotes stand in their texts, every link leads somewhere, no amount comes from nowhere.

import { describe, expect, test } from 'vitest'
import { bodies, citationsIn, plainText, sourceMarkdown, starter, starterHasFile, wordCount } from './starter-files.ts'

const body = (key: string): string => bodies.get(key) ?? ''
const paragraphs = (key: string): string[] => (sourceMarkdown.get(key) ?? '').split(/\n{2,}/).filter((block) => /^\[\d+\] /.test(block))
const insightTitles = new Set(starter.insights.map((insight) => insight.title))
const sourceOfCitekey = new Map(starter.sources.map((source) => [source.citekey, source.key]))
const highlightIds = new Set(starter.sources.flatMap((source) => source.highlights.map(({ number }) => `${source.key}#h${number}`)))
const citedHighlights = (markdown: string): string[] => citationsIn(markdown).map(([citekey, number]) => `${sourceOfCitekey.get(citekey)}#h${number}`)
const report = starter.reports[0]
const reportProse = report?.outline.flatMap((item) => (item.type === 'prose' ? [item.markdown] : [])) ?? []
const allBodies = [...bodies.values()].join('\n')

describe('sources', () => {
  test('both briefs cite the article by title, publisher and date, and have the title in English too', () => {
    expect(starter.sources.map((source) => source.language).sort()).toEqual(['en', 'zh'])
    for (const source of starter.sources) {
      expect(source).toMatchObject({ publisher: '新浪证券', published: '2025-11-14', title: '软银清仓英伟达套现58亿美元 豪赌OpenAI背后的战略转向' })
      expect(source.titleTranslations.map((translation) => translation.language)).toContain('en')
    }
    expect(sourceMarkdown.get('sina-en')).toMatch(/^# .+\n\nThis is a brief, in our own words/)
    expect(sourceMarkdown.get('sina-zh')).toMatch(/^# .+\n\n本文是一份简报，用我们自己的话/)
  })

  test.each(starter.sources)('$key has eleven paragraphs, numbered 1 to 11', ({ key }) => {
    expect(paragraphs(key).map((paragraph) => Number(paragraph.slice(1).split(']')[0]))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(sourceMarkdown.get(key), 'a definition would turn the markers into links').not.toMatch(/^\[\d+\]:/m)
  })

  const facts: [marker: number, english: string[], chinese: string[]][] = [
    [1, ['$5.83 billion', 'second time'], ['58.3亿美元', '第二次']],
    [2, ['$30 billion', 'OpenAI', 'strategic turn'], ['300亿美元', 'OpenAI', '战略性转变']],
    [
      3,
      ['$4 billion', '2017', '$7 billion', '2019', '$100 billion', '$4 trillion', 'Yoshimoto'],
      ['40亿美元', '70亿美元', '1000亿美元', '4万亿美元', 'Yoshimoto'],
    ],
    [4, ['$30 billion', '$22.5 billion', 'second', '$50 billion'], ['300亿美元', '225亿美元', '第二轮', '超过500亿美元']],
    [5, ['$1.5 to $2 billion', '€500 million', 'at least $24 billion', 'April 2023'], ['15亿至20亿美元', '5亿欧元', '至少有240亿美元', '2023年4月']],
    [6, ['€500 million', 'finances'], ['5亿欧元', '财务']],
    [7, ['bubble', 'yield spreads'], ['泡沫', '利差']],
    [8, ['supply', 'at least 2026', 'speculation'], ['供给', '至少延续到2026年']],
    [9, ['concentrated', 'purchases and disposals'], ['集中押注']],
    [10, ['resources', 'Arizona'], ['整合资源', '亚利桑那州']],
    [11, ['Arizona', '$1 trillion'], ['亚利桑那州', '1万亿美元']],
  ]
  test.each(facts)('paragraph %i tells the same in both languages', (marker, english, chinese) => {
    for (const fact of english) expect(paragraphs('sina-en')[marker - 1]).toContain(fact)
    for (const fact of chinese) expect(paragraphs('sina-zh')[marker - 1]).toContain(fact)
  })
})

describe('highlights', () => {
  test.each(starter.sources)('every quote of $key occurs once in its text, and numbers run from 1 in reading order', ({ key, highlights }) => {
    const reading = plainText(sourceMarkdown.get(key) ?? '')
    for (const { exact } of highlights) expect(reading.split(exact).length - 1, exact).toBe(1)
    for (const { exact } of highlights) expect(sourceMarkdown.get(key), 'no markup inside a quote').toContain(exact)
    expect(highlights.map(({ number }) => number)).toEqual(highlights.map((_, index) => index + 1))
    const starts = highlights.map(({ exact }) => reading.indexOf(exact))
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  })

  test('there are enough, in all five colours, and every one is used by an insight', () => {
    const all = starter.sources.flatMap((source) => source.highlights)
    expect(all.length).toBeGreaterThanOrEqual(24)
    expect(starter.sources.find((source) => source.language === 'zh')?.highlights.length).toBeGreaterThanOrEqual(8)
    expect(new Set(all.map(({ colour }) => colour)).size).toBe(5)
    const used = new Set(starter.insights.flatMap((insight) => insight.evidence.map((each) => `${each.source}#h${each.highlight}`)))
    expect([...highlightIds].filter((id) => !used.has(id))).toEqual([])
  })
})

describe('figures', () => {
  test.each(starter.sources)('every figure of $key stands once in its highlight, and is of a metric that ships', ({ highlights, figures }) => {
    const metrics = new Set(starter.metrics.map(({ key }) => key))
    for (const { highlight, exact, metric } of figures) {
      expect(highlights.find(({ number }) => number === highlight)?.exact.split(exact), exact).toHaveLength(2)
      expect(metrics).toContain(metric)
    }
  })

  test('every metric has figures or a formula, and is of an entity that ships', () => {
    const measured = new Set(starter.sources.flatMap(({ figures }) => figures.map(({ metric }) => metric)))
    for (const { key, entity, formula } of starter.metrics) {
      expect(measured.has(key) || formula !== undefined, key).toBe(true)
      expect(starter.entities.map((each) => each.key)).toContain(entity)
    }
  })
})

describe('insights', () => {
  test.each(starter.insights)('$key: citations, evidence and links resolve and agree', ({ key, title, evidence }) => {
    const linked = evidence.map((each) => `${each.source}#h${each.highlight}`)
    expect(new Set(linked).size, 'one stance per highlight').toBe(linked.length)
    expect(linked.filter((id) => !highlightIds.has(id))).toEqual([])
    expect(new Set(citedHighlights(body(key)))).toEqual(new Set(linked))
    expect(body(key).match(/\[@/g)?.length, 'each citation names a highlight').toBe(citationsIn(body(key)).length)
    const links = [...body(key).matchAll(/\[\[(.*?)\]\]/g)].map(([, link = '']) => link)
    expect(links.length).toBeGreaterThan(0)
    expect(links.filter((link) => !insightTitles.has(link) || link === title)).toEqual([])
    expect(wordCount(body(key))).toBeGreaterThanOrEqual(80)
    expect(wordCount(body(key))).toBeLessThanOrEqual(220)
  })

  test('keys and titles are their own, and the kinds are all there', () => {
    expect(starter.insights.length).toBeGreaterThanOrEqual(14)
    expect(insightTitles.size).toBe(starter.insights.length)
    expect(new Set(starter.insights.map(({ key }) => key)).size).toBe(starter.insights.length)
    expect(new Set(starter.insights.map(({ kind }) => kind))).toEqual(new Set(['fact', 'interpretation', 'forecast', 'question']))
    expect(starter.insights.filter(({ kind }) => kind === 'question').length).toBeGreaterThanOrEqual(5)
    expect(starter.insights.every(({ body: path }) => starterHasFile(path))).toBe(true)
  })

  test('evidence has all three stances', () => {
    const stances = starter.insights.flatMap((insight) => insight.evidence.map(({ stance }) => stance))
    const count = (wanted: string): number => stances.filter((stance) => stance === wanted).length
    expect(stances.length).toBeGreaterThanOrEqual(30)
    expect(count('contradicts')).toBeGreaterThanOrEqual(4)
    expect(count('context')).toBeGreaterThanOrEqual(6)
  })

  test('the bodies show what the Markdown can do', () => {
    for (const shown of [/^\| --- /m, /^- \[ \] /m, /^- \[x\] /m, /^> \[!question\] /m, /==[^=]+==/, /\[\^\w+\]: /]) expect(allBodies).toMatch(shown)
    expect([...bodies.values()].filter((each) => /\p{P}\*\*\p{Script=Han}/u.test(each)).length, 'bold ends beside Chinese').toBeGreaterThanOrEqual(2)
    const labels = [...allBodies.matchAll(/^\[\^(\w+)\]: /gm)].map(([, label]) => label)
    expect(new Set(labels).size, 'labels stay apart when insights stand in one report').toBe(labels.length)
  })
})

test('every amount in insights and report is the source’s, or is worked out from it here', () => {
  // $ billion. The climb from 100 to 4,000 is the factor 40; the headline's 5.8 is 58亿.
  const workedOut = [4 * (4000 / 100), 30 - 22.5, 30 + 22.5, 22.5 - 5.83 - 2, 22.5 - 5.83 - 1.5, 24 + 5.83, 5.83 + 2, 5.8, 5.83 - 5.8]
  const amounts = (text: string): number[] =>
    [...text.matchAll(/\$([\d.]+) (million|billion|trillion)/g)].map(
      ([, amount, scale]) => Number(amount) * (scale === 'million' ? 0.001 : scale === 'billion' ? 1 : 1000),
    )
  const known = [...amounts(sourceMarkdown.get('sina-en') ?? ''), ...workedOut]
  const used = amounts([allBodies, ...reportProse, ...insightTitles].join('\n'))
  expect(used.length).toBeGreaterThan(40)
  expect(used.filter((amount) => !known.some((each) => Math.abs(each - amount) < 1e-9))).toEqual([])
})

test('the report is finished: sections, prose with citations, and insights that exist', () => {
  const keys = report?.outline.flatMap((item) => (item.type === 'insight' ? [item.insight] : [])) ?? []
  expect(keys.length).toBeGreaterThanOrEqual(8)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.filter((key) => !bodies.has(key))).toEqual([])
  expect(report?.outline.filter((item) => item.type === 'heading').length).toBeGreaterThanOrEqual(5)
  const cited = reportProse.flatMap(citedHighlights)
  expect(cited.length).toBeGreaterThanOrEqual(8)
  expect(cited.filter((id) => !highlightIds.has(id))).toEqual([])
  const words = [...reportProse, ...keys.map(body)].reduce((sum, part) => sum + wordCount(part), 0)
  expect(words).toBeGreaterThan(1800)
  expect(words).toBeLessThan(3000)
})

test.each(['softbank', 'nvidia', 'openai', 'yoshimoto', 'arizona'])('the entity %s has names in three languages', (key) => {
  const names = starter.entities.find((entity) => entity.key === key)?.names ?? []
  expect(new Set(names.map(({ language }) => language))).toEqual(new Set(['en', 'zh', 'ja']))
})
