// Pages whose sentences are nearly alike: lists of deals, rows of a table, the same closing words in every section. What an anchor must not confuse.

import type { Page } from './make-cases.ts'
import { Random } from './random.ts'

type Deal = { buyer: string; target: string; amount: string; year: string; month: string; city: string; share: string }

const companies = {
  en: [
    'Northwind',
    'Alder Labs',
    'Cobalt',
    'Meridian AI',
    'Quarry',
    'Sable Robotics',
    'Ostrich Cloud',
    'Pinecone',
    'Harbor',
    'Lumen Works',
    'Tessera',
    'Vantage',
    'Orchard',
    'Keel',
    'Brightline',
  ],
  zh: [
    '海川科技',
    '云图智能',
    '北辰资本',
    '星河机器人',
    '长风半导体',
    '青禾数据',
    '启明云',
    '东篱能源',
    '澜起软件',
    '白鹿医疗',
    '沧海物流',
    '山月传媒',
  ],
  ja: [
    '東雲電機',
    'アオバ通信',
    '白鷺ロボティクス',
    '北斗データ',
    'ミナト証券',
    '千早クラウド',
    '若葉エネルギー',
    'カナリア半導体',
    '八雲物流',
    '桜坂メディア',
    '富岳ソフト',
  ],
}
const cities = {
  en: ['Tokyo', 'Austin', 'London', 'Oslo', 'Berlin', 'Toronto'],
  zh: ['上海', '深圳', '东京', '新加坡', '杭州', '伦敦'],
  ja: ['東京', '大阪', '福岡', '札幌', '名古屋', 'ロンドン'],
}
const sentences = {
  en: (deal: Deal) =>
    `In ${deal.month} ${deal.year}, ${deal.buyer} invested $${deal.amount} million in ${deal.target}, a company based in ${deal.city}. After the deal ${deal.buyer} holds ${deal.share}% of its shares. The terms were not disclosed by either side.`,
  zh: (deal: Deal) =>
    `${deal.year}年${deal.month}月，${deal.buyer}向总部位于${deal.city}的${deal.target}投资${deal.amount}亿元。交易完成后，${deal.buyer}持有其${deal.share}%的股份。双方均未披露具体条款。`,
  ja: (deal: Deal) =>
    `${deal.year}年${deal.month}月、${deal.buyer}は${deal.city}に本社を置く${deal.target}に${deal.amount}億円を出資した。取引後、${deal.buyer}の持ち株比率は${deal.share}%となる。条件は双方とも明らかにしていない。`,
}
const rows = {
  en: (deal: Deal) => `${deal.buyer}\t${deal.target}\t${deal.year}-${deal.month}\t$${deal.amount}m\t${deal.share}%`,
  zh: (deal: Deal) => `${deal.buyer}\t${deal.target}\t${deal.year}-${deal.month}\t${deal.amount}亿元\t${deal.share}%`,
  ja: (deal: Deal) => `${deal.buyer}\t${deal.target}\t${deal.year}-${deal.month}\t${deal.amount}億円\t${deal.share}%`,
}
const headings = { en: 'Deals', zh: '交易', ja: '取引' }
const closings = {
  en: 'Figures are as reported by the companies and have not been audited. See the annex for the method.',
  zh: '数据由各公司提供，未经审计。方法见附录。',
  ja: '数値は各社の発表によるもので、監査を受けていない。方法は付録を参照。',
}

export function templatePages(seed = 11): Page[] {
  return (['en', 'zh', 'ja'] as const).flatMap((language) => [
    { name: `deals-${language}`, language, text: makeList(language, new Random(seed)) },
    { name: `table-${language}`, language, text: makeTable(language, new Random(seed + 1)) },
  ])
}

function makeDeal(language: Page['language'], random: Random): Deal {
  return {
    buyer: random.pick(companies[language]),
    target: random.pick(companies[language]),
    amount: String(random.between(2, 990)),
    year: String(random.between(2015, 2026)),
    month: String(random.between(1, 12)),
    city: random.pick(cities[language]),
    share: String(random.between(1, 80)),
  }
}

function makeList(language: Page['language'], random: Random): string {
  const sections = Array.from({ length: 12 }, (_, index) => {
    const deals = Array.from({ length: 6 }, () => sentences[language](makeDeal(language, random)))
    return `${headings[language]} ${index + 1}\n\n${deals.join('\n\n')}\n\n${closings[language]}`
  })
  return sections.join('\n\n')
}

function makeTable(language: Page['language'], random: Random): string {
  const lines = Array.from({ length: 90 }, () => rows[language](makeDeal(language, random)))
  return `${headings[language]}\n\n${lines.join('\n')}\n\n${closings[language]}`
}
