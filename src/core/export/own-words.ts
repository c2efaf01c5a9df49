// The words of an exported file that are no analyst's: headings, and what a chart shows for those who cannot see it.

import type { MetricSeries } from '../ledger/ledger-answers.ts'
import { oneLine, primaryLanguage } from './citation-text.ts'

type OwnWords = { sources: string; untitled: string; chart: (series: MetricSeries) => string }

export function ownWords(language = ''): OwnWords {
  const primary = primaryLanguage(language)
  const unitIn = (unit: string, open: string, close: string) => (unit === '' ? '' : `${open}${unit}${close}`)
  if (primary === 'zh')
    return {
      sources: '来源',
      untitled: '无题',
      chart: ({ name, unit, points }) => `图表：${oneLine(name)}${unitIn(unit, '（', '）')}，${points.length} 个数字，${daysOf(points).join(' 至 ')}`,
    }
  if (primary === 'ja')
    return {
      sources: '出典',
      untitled: '無題',
      chart: ({ name, unit, points }) =>
        `グラフ：${oneLine(name)}${unitIn(unit, '（', '）')}、数値 ${points.length} 件、${daysOf(points).join('〜')}`,
    }
  return {
    sources: 'Sources',
    untitled: 'Untitled',
    chart: ({ name, unit, points }) => {
      const days = daysOf(points)
      const time = days.length === 1 ? `on ${days[0]}` : `from ${days.join(' to ')}`
      return `Chart of ${oneLine(name)}${unitIn(unit, ' (', ')')}: ${points.length === 1 ? 'one figure' : `${points.length} figures`} ${time}`
    },
  }
}

/** The first day of a series and its last, or the only one. */
function daysOf(points: MetricSeries['points']): string[] {
  const first = points.reduce((day, { from }) => (from < day ? from : day), '9999')
  const last = points.reduce((day, { to }) => (to > day ? to : day), '')
  return first === last ? [first] : [first, last]
}
